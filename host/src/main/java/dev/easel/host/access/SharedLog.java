package dev.easel.host.access;

import dev.easel.api.task.TaskStoreException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A log that several hosts share.
 *
 * <p>What the database let in or refused is noted in memory too: a caller whom this host knows to be over the limit is
 * refused without asking, and while the database is away, memory alone counts. Safe for use by several threads.
 */
final class SharedLog implements CallLog {
    private final String name;
    private final SlidingLog local;
    private final CallStore store;
    private final StoreOutage outage;

    SharedLog(String name, SlidingLog local, CallStore store, StoreOutage outage) {
        this.name = name;
        this.local = local;
        this.store = store;
        this.outage = outage;
    }

    @Override
    public Optional<Duration> delay(String key, int limit) {
        return local.delay(key, limit);
    }

    @Override
    public Optional<Duration> tryAdd(String key, int limit) {
        Optional<Duration> known = local.delay(key, limit);
        if (known.isPresent()) {
            return known;
        }
        if (outage.isPresumed()) {
            return local.tryAdd(key, limit);
        }
        try {
            Optional<Duration> delay = ask(key, limit);
            outage.over();
            return delay;
        } catch (TaskStoreException e) {
            outage.begin(e);
            return local.tryAdd(key, limit);
        }
    }

    private Optional<Duration> ask(String key, int limit) {
        long now = store.now();
        OptionalLong blocking = store.tryAdd(name + " " + key, limit, local.windowMillis(), now);
        if (blocking.isEmpty()) {
            local.add(key, now);
            return Optional.empty();
        }
        local.fill(key, limit, blocking.getAsLong());
        return Optional.of(Duration.ofMillis(blocking.getAsLong() + local.windowMillis() - now));
    }
}
