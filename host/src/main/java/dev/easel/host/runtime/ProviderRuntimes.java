package dev.easel.host.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** What is known in memory of one loaded provider; safe for use by several threads. */
final class ProviderRuntimes {
    private final AtomicLong oldFrom = new AtomicLong(Long.MIN_VALUE);
    private volatile RuntimeModel model = RuntimeModel.EMPTY;
    private volatile boolean warm;

    RuntimeModel model() {
        return model;
    }

    void use(RuntimeModel newer) {
        model = newer;
    }

    /** Tells whether no run of the loaded provider has succeeded yet. */
    boolean isCold() {
        return !warm;
    }

    void warmedUp() {
        warm = true;
    }

    /** Tells one of all callers that the model is older than allowed and that it is theirs to renew it. */
    boolean claimRenewal(Instant now, Duration allowedAge) {
        long time = now.toEpochMilli();
        long old = oldFrom.get();
        return time >= old && oldFrom.compareAndSet(old, time + allowedAge.toMillis());
    }
}
