package dev.easel.api.task;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
public record Task(
        long id,
        TaskStatus status,
        TaskRequest request,
        Instant completionExpectedAt,
        Optional<List<OutputImage>> outputImages) {
    public String input() { throw new Error(); }
    public String appId() { throw new Error(); }
    public int numberOfImages() { throw new Error(); }
    public String identifier() { throw new Error(); }
    public Optional<String> userId() { throw new Error(); }
}
