package dev.easel.host.task;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The runs of this host that are under way, by task; safe for use by several threads. */
final class ActiveRuns {
    private final ConcurrentMap<Long, ActiveRun> runs = new ConcurrentHashMap<>();

    void add(ActiveRun run) {
        runs.put(run.attempt().taskId(), run);
    }

    void remove(ActiveRun run) {
        runs.remove(run.attempt().taskId(), run);
    }

    Optional<ActiveRun> of(long taskId) {
        return Optional.ofNullable(runs.get(taskId));
    }

    List<ActiveRun> all() {
        return List.copyOf(runs.values());
    }

    /** Completes when all runs that are under way now have ended. */
    CompletableFuture<Void> allEnded() {
        return CompletableFuture.allOf(all().stream().map(ActiveRun::ended).toArray(CompletableFuture[]::new));
    }
}
