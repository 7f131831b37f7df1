package dev.easel.host.provider;

import dev.easel.api.provider.Cancellation;

/** A cancellation that a test triggers. */
final class Cancel implements Cancellation {
    private volatile boolean cancelled;

    void cancel() {
        cancelled = true;
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public Registration onCancel(Runnable action) {
        return () -> {};
    }
}
