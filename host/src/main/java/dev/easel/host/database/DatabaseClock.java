package dev.easel.host.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The time of the database's clock, by which hosts that share it agree on when a lease ends.
 *
 * <p>It is this host's clock with the difference that was measured last; no difference where the database is this
 * host's alone. Safe for use by several threads.
 */
public final class DatabaseClock extends Clock {
    private static final String NOW = "SELECT UNIX_TIMESTAMP(CURRENT_TIMESTAMP(3))";

    private final Database database;
    private final Clock local;
    private volatile Duration difference = Duration.ZERO;

    /**
     * Makes a clock that has not measured yet.
     *
     * @param database whose time it shows
     * @param local this host's clock
     */
    public DatabaseClock(Database database, Clock local) {
        this.database = database;
        this.local = local;
    }

    /**
     * Measures how much the database's clock is ahead, to half the duration of a statement.
     *
     * @throws dev.easel.api.task.TaskStoreException if the database fails; the difference stays as it was
     */
    public void measure() {
        if (database.isShared()) {
            Instant before = local.instant();
            Instant there = database.query(NOW, rows -> {
                rows.next();
                return Instant.ofEpochMilli(
                        rows.getBigDecimal(1).movePointRight(3).longValue());
            });
            Instant middle =
                    before.plus(Duration.between(before, local.instant()).dividedBy(2));
            difference = Duration.between(middle, there);
        }
    }

    @Override
    public Instant instant() {
        return local.instant().plus(difference);
    }

    @Override
    public ZoneId getZone() {
        return local.getZone();
    }

    /** Returns a clock that shows this one's time, with what it will measure. */
    @Override
    public Clock withZone(ZoneId zone) {
        DatabaseClock shown = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return shown.instant();
            }

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return shown.withZone(other);
            }
        };
    }
}
