package dev.easel.diffusion.run;

import dev.easel.api.provider.Readiness;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether a model can be used now; safe for use by several threads.
 *
 * <p>The directory is read when it is first asked for, and again only when one of its files has changed. What the
 * runtime says when it loads the model holds until then too, except that memory may be there again: a lack of it holds
 * for a minute, and for twice as long each time that it is found again, up to an hour.
 */
public final class ModelHealth {
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Path folder;
    private final Supplier<Preparation> preparer;
    private final Clock clock;
    private volatile Optional<Seen> latest = Optional.empty();
    private Optional<String> lack = Optional.empty();
    private Instant lackEnds = Instant.MAX;
    private Duration hold = FIRST;

    /**
     * What was found when the directory was last read.
     *
     * @param files what it looked like
     * @param preparation what became of it
     */
    record Seen(FolderState files, Preparation preparation) {}

    /**
     * Makes one.
     *
     * @param folder the model's directory
     * @param preparer reads it
     * @param clock the time
     */
    public ModelHealth(Path folder, Supplier<Preparation> preparer, Clock clock) {
        this.folder = folder;
        this.preparer = preparer;
        this.clock = clock;
    }

    /**
     * Tells how the model is.
     *
     * @return ready, or not ready with every reason
     */
    public synchronized Readiness readiness() {
        Preparation current = preparation();
        if (current instanceof Preparation.Faulty faulty) {
            return new Readiness(Readiness.State.NOT_READY, faulty.faults());
        }
        return lack().map(Readiness::notReady).orElseGet(Readiness::ready);
    }

    /**
     * Reads the model if that was not done since its files changed.
     *
     * @return the model, or all that is wrong with it
     */
    public synchronized Preparation preparation() {
        FolderState now = FolderState.of(folder);
        Optional<Seen> current = latest.filter(seen -> seen.files().equals(now));
        if (current.isPresent()) {
            return current.get().preparation();
        }
        Preparation preparation = preparer.get();
        latest = Optional.of(new Seen(now, preparation));
        works();
        return preparation;
    }

    /**
     * Returns what was last found, without looking again or waiting for one who does; empty if nobody has looked yet.
     */
    Optional<Seen> latest() {
        return latest;
    }

    /**
     * Takes down that the runtime can't use the model or the device.
     *
     * @param reason why, in the runtime's own words
     */
    public synchronized void cannotLoad(String reason) {
        lack = Optional.of(reason);
        lackEnds = Instant.MAX;
    }

    /**
     * Takes down that there is not enough memory at present.
     *
     * @param reason what is missing and what to do about it
     */
    public synchronized void lacksMemory(String reason) {
        lack = Optional.of(reason);
        lackEnds = clock.instant().plus(hold);
        hold = hold.multipliedBy(2).compareTo(LONGEST) < 0 ? hold.multipliedBy(2) : LONGEST;
    }

    /** Takes down that a run succeeded. */
    public synchronized void works() {
        lack = Optional.empty();
        hold = FIRST;
    }

    private Optional<String> lack() {
        if (!clock.instant().isBefore(lackEnds)) {
            lack = Optional.empty();
            lackEnds = Instant.MAX;
        }
        return lack;
    }
}
