package dev.easel.host.provider;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Counts the slots of one provider; safe for use by several threads. */
final class ProviderSlots {
    private final int total;
    private int taken;
    private boolean closed;

    ProviderSlots(int total) {
        this.total = total;
    }

    synchronized boolean tryTake() {
        if (closed || taken == total) {
            return false;
        }
        taken++;
        return true;
    }

    synchronized void giveBack() {
        taken--;
        notifyAll();
    }

    /** Gives out no more. */
    synchronized void close() {
        closed = true;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Waits until no slot is taken; tells whether that came to be within the time. */
    synchronized boolean awaitAllFree(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (taken > 0) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }
}
