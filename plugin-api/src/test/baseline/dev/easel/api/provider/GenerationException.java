package dev.easel.api.provider;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
public final class GenerationException extends RuntimeException {
    public enum Kind {
        REQUEST,
        PROVIDER,
        LACKING
    }
    private GenerationException(Kind kind, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {}
    public static GenerationException requestAtFault(String message) { throw new Error(); }
    public static GenerationException providerAtFault(String message, @Nullable Throwable cause) { throw new Error(); }
    public static GenerationException providerAtFault(String message, Duration retryAfter, @Nullable Throwable cause) { throw new Error(); }
    public static GenerationException lacking(String message, @Nullable Throwable cause) { throw new Error(); }
    public Kind kind() { throw new Error(); }
    public Optional<Duration> retryAfter() { throw new Error(); }
}
