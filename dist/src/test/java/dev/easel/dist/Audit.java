package dev.easel.dist;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Compares what clients were told with what the provider was asked, what the host stored and what lies on disk. */
final class Audit {
    private static final Set<Integer> FINAL = Set.of(3, 4);
    private static final String CRASHED = "the host stopped while this task was running";
    private static final int MOST_CRASHES = 3;

    private final ClientLedger told;
    private final List<ProviderLedger.Entry> asked;
    private final Map<Long, TaskLine> stored;
    private final List<ImageFolder.Attempt> onDisk;
    private final Function<String, List<String>> logged;
    private final int mostAttempts;

    /**
     * What is kept outside of hosts.
     *
     * @param told what clients were told
     * @param asked what the provider was asked
     * @param images what lies on disk
     */
    record Evidence(ClientLedger told, ProviderLedger asked, ImageFolder images) {}

    /**
     * Reads what there is.
     *
     * @param logged finds what hosts have logged that mentions a text
     * @param givenBack how often at most a task was given back without a crash
     */
    Audit(Evidence evidence, List<TaskLine> stored, Function<String, List<String>> logged, int givenBack)
            throws IOException {
        this.told = evidence.told();
        this.asked = evidence.asked().read();
        this.stored = stored.stream().collect(Collectors.toMap(TaskLine::id, Function.identity()));
        this.onDisk = evidence.images().attempts();
        this.logged = logged;
        this.mostAttempts = MOST_CRASHES + givenBack;
    }

    void noAcceptedTaskIsLostAndWhatClientsSawIsTrue() {
        told.accepted().forEach((id, task) -> {
            TaskLine line = stored.get(id);
            assertNotNull(line, () -> "task " + id + " was accepted and is gone");
            List<Integer> statuses = task.statuses();
            List<Integer> ends = statuses.stream().filter(FINAL::contains).toList();
            assertTrue(!ends.isEmpty(), () -> "task " + id + " was never seen to end: " + statuses);
            assertEquals(
                    List.of(line.isSuccessful() ? 3 : 4),
                    statuses.subList(statuses.indexOf(ends.get(0)), statuses.size()).stream()
                            .distinct()
                            .toList(),
                    () -> "task " + id + " was seen as " + statuses + " and is stored as " + line);
            assertTrue(!statuses.contains(404), () -> "task " + id + " was denied: " + statuses);
        });
        int unknown = stored.size() - told.accepted().size();
        assertTrue(unknown <= told.unanswered().size(), () -> unknown + " tasks were ordered by nobody");
    }

    void everyEndIsTruthful() {
        for (TaskLine line : stored.values()) {
            assertTrue(line.hasEnded(), () -> "not ended: " + line);
            assertTrue(line.attempts() <= mostAttempts, () -> "too many attempts: " + line + historyOf(line.id()));
            if (!line.isSuccessful()) {
                assertEquals(CRASHED, line.reason(), line::toString);
                assertTrue(line.attempts() >= MOST_CRASHES, line::toString);
            }
        }
    }

    /** Every image is what was asked for, from one call that ended, and the same as when it was first seen. */
    void everyPublishedImageIsRightAndPublishedOnce() throws IOException {
        Map<String, Long> taskOfPrompt = new HashMap<>();
        Map<Long, ImageFolder.Attempt> published = published();
        for (TaskLine line : stored.values()) {
            if (!line.isSuccessful()) {
                continue;
            }
            ImageFolder.Attempt attempt = published.get(line.id());
            assertNotNull(attempt, () -> "no images: " + line);
            Spelling first = Spelling.of(attempt.files().get(0));
            assertNull(taskOfPrompt.put(first.prompt(), line.id()), () -> first.prompt() + " was published twice");
            assertTrue(
                    asked.contains(new ProviderLedger.Entry("end", first.call(), first.prompt())),
                    () -> "published before the provider was done: " + line);
            checkImages(attempt, first);
        }
    }

    private void checkImages(ImageFolder.Attempt attempt, Spelling first) throws IOException {
        for (int i = 0; i < attempt.files().size(); i++) {
            assertEquals(
                    new Spelling(first.prompt(), i, first.call()),
                    Spelling.of(attempt.files().get(i)));
        }
        ClientLedger.Accepted task = told.accepted().get(attempt.task());
        if (task != null) {
            assertEquals(task.prompt(), first.prompt(), "what was asked for");
            assertEquals(
                    IntStream.range(0, task.count()).mapToObj(Integer::toString).toList(),
                    attempt.files().stream()
                            .map(file -> file.getFileName().toString())
                            .toList());
            assertTrue(
                    task.images().stream().allMatch(first::equals),
                    () -> "the image was " + task.images() + " and is " + first);
        }
    }

    void noFileBelongsToAnUnknownTask() {
        assertEquals(
                List.of(),
                onDisk.stream()
                        .filter(attempt -> !stored.containsKey(attempt.task()))
                        .toList());
    }

    /** Holds where hosts were not killed: a kill leaves files behind until they are swept. */
    void noFileIsLeftOver() {
        assertEquals(published().size(), onDisk.size(), onDisk::toString);
    }

    void theProviderWasAskedNoMoreOftenThanAttemptsWereMade() {
        Map<String, Long> starts = asked.stream()
                .filter(ProviderLedger.Entry::isStart)
                .collect(Collectors.groupingBy(ProviderLedger.Entry::prompt, Collectors.counting()));
        for (TaskLine line : stored.values()) {
            ClientLedger.Accepted task = told.accepted().get(line.id());
            long calls = task == null ? 0 : starts.getOrDefault(task.prompt(), 0L);
            assertTrue(calls <= line.attempts(), () -> calls + " calls for " + line + historyOf(line.id()));
        }
        assertTrue(starts.values().stream().allMatch(count -> count <= mostAttempts), starts::toString);
    }

    String summary() {
        long failed =
                stored.values().stream().filter(line -> !line.isSuccessful()).count();
        long again =
                stored.values().stream().filter(line -> line.attempts() > 1).count();
        long starts = asked.stream().filter(ProviderLedger.Entry::isStart).count();
        return ("%d tasks accepted, %d orders unanswered (%d of them stored), %d tasks run again, %d failed after "
                        + "the third crash, %d calls of the provider, %d of them ended, %d unpublished attempts on disk")
                .formatted(
                        told.accepted().size(),
                        told.unanswered().size(),
                        stored.size() - told.accepted().size(),
                        again,
                        failed,
                        starts,
                        asked.size() - starts,
                        onDisk.size() - published().size());
    }

    /** Tells what clients, the provider and the hosts have noted about a task. */
    private String historyOf(long id) {
        ClientLedger.Accepted task = told.task(id);
        return "\ntold %s\nasked %s\nlogged %s"
                .formatted(
                        task,
                        asked.stream()
                                .filter(entry -> entry.prompt().equals(task.prompt()))
                                .toList(),
                        logged.apply(Long.toString(id)));
    }

    private Map<Long, ImageFolder.Attempt> published() {
        return onDisk.stream()
                .filter(attempt ->
                        stored.containsKey(attempt.task()) && attempt.isPublishedBy(stored.get(attempt.task())))
                .collect(Collectors.toMap(ImageFolder.Attempt::task, Function.identity()));
    }
}
