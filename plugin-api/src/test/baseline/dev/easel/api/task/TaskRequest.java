package dev.easel.api.task;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
public record TaskRequest(String input, String appId, int numberOfImages, Optional<String> userId, String identifier) {
    public static final int MAX_INPUT = 64_000;
    public static final int MAX_NAME = 255;
    public static TaskRequest of(String input, String appId, int numberOfImages) { throw new Error(); }
    public TaskRequest withUserId(@Nullable String newUserId) { throw new Error(); }
    public TaskRequest withIdentifier(String newIdentifier) { throw new Error(); }
}
