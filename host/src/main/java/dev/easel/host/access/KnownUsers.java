package dev.easel.host.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.easel.api.task.TaskStoreException;
import dev.easel.host.database.Database;
import dev.easel.host.task.Owner;
import dev.easel.host.task.UserDirectory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Users and app passwords as they were stored at most {@link #FRESH} ago; in memory are hashes, never passwords.
 *
 * <p>Bounded. Safe for use by several threads. Its methods throw {@link TaskStoreException} when the database is away
 * and they don't know.
 */
public final class KnownUsers implements UserDirectory {
    /** How long what another host changed may be unknown here. */
    static final Duration FRESH = Duration.ofSeconds(3);

    /** How long the database is taken to be away once it was. */
    private static final Duration RETRY = Duration.ofSeconds(1);

    private static final long MOST = 10_000;

    private final UserStore users;
    private final PasswordStore passwords;
    private final KnownSelectors selectors;
    private final Ticker ticker;
    private final AtomicLong changes = new AtomicLong();
    private final Cache<String, Read<StoredPassword>> bySelector = cache();
    private final Cache<String, Read<Caller.User>> byName = cache();

    /**
     * What was read.
     *
     * @param found what was found; empty also if the database was away
     * @param failure how the database was away
     * @param until when it is too old
     * @param change the number of changes made on this host before
     */
    private record Read<T>(Optional<T> found, Optional<TaskStoreException> failure, long until, long change) {
        Optional<T> orThrow() {
            failure.ifPresent(away -> {
                throw new TaskStoreException("The users cannot be read: " + away.getMessage(), away);
            });
            return found;
        }
    }

    /**
     * Makes one that knows nobody yet.
     *
     * @param database where the users are
     */
    public KnownUsers(Database database) {
        this(database, Ticker.systemTicker());
    }

    KnownUsers(Database database, Ticker ticker) {
        users = new UserStore(database);
        passwords = new PasswordStore(database);
        selectors = new KnownSelectors(passwords, ticker);
        this.ticker = ticker;
    }

    /** Takes notice that this host has changed something: nothing that was read before counts any longer. */
    public void changed() {
        changes.incrementAndGet();
        selectors.reread();
    }

    /**
     * Returns a user by name.
     *
     * @param name the name, or any other text
     * @return the present user of that name, else a user without an internal id
     */
    public Caller.User user(String name) {
        return find(name).orElseGet(() -> new Caller.User(name, 0, false));
    }

    /**
     * Finds a user by name.
     *
     * @param name the name, or any other text
     * @return the present user of that name; empty if there is none
     */
    public Optional<Caller.User> find(String name) {
        return fresh(byName, name, key -> users.find(key).map(UserStore.UserRow::caller));
    }

    @Override
    public Owner owner(String name) {
        return user(name).owner();
    }

    /** Tells whether anybody was ever given a password with a selector; the database is asked at most once a second. */
    boolean isSelector(String selector) {
        return selectors.contains(selector);
    }

    /** Finds a password whose user is there. */
    Optional<StoredPassword> password(String selector) {
        return fresh(bySelector, selector, passwords::find);
    }

    private <T> Optional<T> fresh(Cache<String, Read<T>> cache, String key, Function<String, Optional<T>> source) {
        Read<T> read = cache.getIfPresent(key);
        if (read != null && isFresh(read)) {
            return read.orThrow();
        }
        // One thread reads, and those who want the same wait for it.
        return cache.asMap()
                .compute(key, (same, old) -> old != null && isFresh(old) ? old : read(same, source))
                .orThrow();
    }

    private boolean isFresh(Read<?> read) {
        return read.change() == changes.get() && ticker.read() - read.until() < 0;
    }

    private <T> Read<T> read(String key, Function<String, Optional<T>> source) {
        long begin = ticker.read();
        long change = changes.get();
        try {
            return new Read<>(source.apply(key), Optional.empty(), begin + FRESH.toNanos(), change);
        } catch (TaskStoreException away) {
            // Those who wait for the same must not all try in turn.
            return new Read<>(Optional.empty(), Optional.of(away), ticker.read() + RETRY.toNanos(), change);
        }
    }

    private static <T> Cache<String, Read<T>> cache() {
        return Caffeine.newBuilder().maximumSize(MOST).build();
    }
}
