package dev.easel.host.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What is known of one jar that lies in the plugins folder; for use by one thread. */
final class FolderJar {
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final Optional<VerifiedJar> verified;
    private int failures;
    private Instant retryAt = Instant.MIN;

    private FolderJar(Optional<VerifiedJar> verified) {
        this.verified = verified;
    }

    static FolderJar verified(VerifiedJar jar) {
        return new FolderJar(Optional.of(jar));
    }

    /** A jar that was refused; it is verified again after a while, as what it was refused for may be changed. */
    static FolderJar refused(Optional<FolderJar> before, Instant now) {
        FolderJar jar = new FolderJar(Optional.empty());
        jar.failures = before.filter(known -> known.verified.isEmpty())
                .map(known -> known.failures)
                .orElse(0);
        jar.failed(now);
        return jar;
    }

    Optional<VerifiedJar> verified() {
        return verified;
    }

    boolean holds(String pluginId) {
        return verified.isPresent() && verified.get().identity().id().equals(pluginId);
    }

    /** Tells whether the jar may still become another version of a plugin that was loaded from it. */
    boolean standsFor(String pluginId) {
        return verified.isEmpty() || holds(pluginId);
    }

    boolean isDue(Instant now) {
        return !now.isBefore(retryAt);
    }

    /** Notes that the plugin could not be loaded; it is tried again after a pause that grows. */
    Instant failed(Instant now) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 6));
        failures++;
        retryAt = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        return retryAt;
    }

    /** Has the plugin tried again soon, as what kept it from loading may be gone. */
    void retryNow() {
        retryAt = Instant.MIN;
    }

    /** Lets go of the copy. */
    void forget() {
        verified.ifPresent(jar -> jar.staged().close());
    }
}
