package dev.easel.host.access;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.easel.api.task.TaskStoreException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The selectors of all app passwords, so that credentials that nobody was ever given cost no look in the database.
 *
 * <p>Those of revoked passwords may stay. Safe for use by several threads.
 */
final class KnownSelectors {
    /** How long a password that another host made may be unknown here. */
    static final Duration REREAD_AFTER = Duration.ofSeconds(1);

    /** Rows whose numbers were given earlier can become visible later, when several hosts insert at once. */
    private static final long OVERLAP = 1000;

    private final PasswordStore store;
    private final Ticker ticker;
    private final Set<String> selectors = ConcurrentHashMap.newKeySet();
    private final ReentrantLock reading = new ReentrantLock();
    private long lastSeq;
    private Optional<Outcome> last = Optional.empty();

    private record Outcome(long at, Optional<TaskStoreException> failure) {}

    KnownSelectors(PasswordStore store, Ticker ticker) {
        this.store = store;
        this.ticker = ticker;
    }

    /**
     * Tells whether there is a password of a selector.
     *
     * @throws TaskStoreException if that cannot be found out now
     */
    boolean contains(String selector) {
        if (!selectors.contains(selector)) {
            readNew();
        }
        return selectors.contains(selector);
    }

    /** Has the next question answered from what is stored then. */
    void reread() {
        reading.lock();
        try {
            last = Optional.empty();
        } finally {
            reading.unlock();
        }
    }

    /** One thread reads, and those who come meanwhile wait for what it finds. */
    private void readNew() {
        reading.lock();
        try {
            if (last.isEmpty() || ticker.read() - last.get().at() >= REREAD_AFTER.toNanos()) {
                last = Optional.of(read());
            }
            last.get().failure().ifPresent(failure -> {
                throw new TaskStoreException("The app passwords cannot be read: " + failure.getMessage(), failure);
            });
        } finally {
            reading.unlock();
        }
    }

    private Outcome read() {
        try {
            PasswordStore.Selectors newer = store.newerThan(Math.max(0, lastSeq - OVERLAP));
            selectors.addAll(newer.selectors());
            lastSeq = Math.max(lastSeq, newer.lastSeq());
            return new Outcome(ticker.read(), Optional.empty());
        } catch (TaskStoreException away) {
            return new Outcome(ticker.read(), Optional.of(away));
        }
    }
}
