package dev.easel.api.provider;
import java.util.List;
public record Readiness(State state, List<String> reasons) {
    public enum State {
        READY,
        NOT_CONFIGURED,
        NOT_READY
    }
    public static Readiness ready() { throw new Error(); }
    public static Readiness notConfigured(String... reasons) { throw new Error(); }
    public static Readiness notReady(String... reasons) { throw new Error(); }
    public boolean isReady() { throw new Error(); }
}
