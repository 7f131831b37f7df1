package dev.easel.host.task;

import dev.easel.host.provider.HostedProvider;
import dev.easel.host.provider.HostedProvider.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tasks for which slots were taken: those that are alike are claimed together, for a commit takes longer than a claim.
 * For one thread; closing gives back the slots in which nothing was started.
 */
final class ClaimBatch implements AutoCloseable {
    private final Map<Kind, List<Entry>> waiting = new LinkedHashMap<>();
    private final List<Slot> unused = new ArrayList<>();
    private final TaskQueue queue;
    private final Claims claims;
    private final TaskRunner runner;

    private record Kind(HostedProvider provider, int attempt, int images) {}

    private record Entry(TaskRow task, Slot slot) {}

    ClaimBatch(TaskQueue queue, Claims claims, TaskRunner runner) {
        this.queue = queue;
        this.claims = claims;
        this.runner = runner;
    }

    void add(TaskRow task, Slot slot) {
        Kind kind =
                new Kind(slot.provider(), task.run().attempt(), task.request().numberOfImages());
        waiting.computeIfAbsent(kind, unknown -> new ArrayList<>()).add(new Entry(task, slot));
        unused.add(slot);
    }

    /** Claims the tasks and starts them; tells whether somebody else was quicker to claim any of them. */
    boolean start() {
        waiting.forEach(this::start);
        return !unused.isEmpty();
    }

    private void start(Kind kind, List<Entry> entries) {
        List<TaskRow> tasks = entries.stream().map(Entry::task).toList();
        Claim claim = claims.of(kind.provider(), kind.images());
        Set<Long> claimed = queue.claim(tasks, claim);
        for (Entry entry : entries) {
            if (claimed.contains(entry.task().id())) {
                unused.remove(entry.slot());
                runner.start(
                        Attempt.next(entry.task()), entry.slot(), entry.task().waited(claim.now()));
            }
        }
    }

    @Override
    public void close() {
        unused.forEach(Slot::close);
    }
}
