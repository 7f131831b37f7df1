package dev.easel.host.provider;

import dev.easel.host.provider.folder.FolderChange;
import dev.easel.host.provider.folder.FolderHistory;
import dev.easel.host.provider.folder.FolderSettings;
import dev.easel.host.provider.folder.FolderWatch;
import dev.easel.host.provider.folder.JarFingerprint;
import dev.easel.host.provider.folder.PluginFolder;
import dev.easel.host.provider.folder.Staging;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Looks at the plugins folder and has its keeper follow what changed there.
 *
 * <p>Loaded once, perhaps watched, closed once; looks are made by one thread at a time.
 */
final class LiveFolder {
    /** A jar that is older was not written to by a copy that is under way. */
    private static final Duration OLD = Duration.ofSeconds(5);

    private final PluginFolder folder;
    private final Staging staging;
    private final FolderSettings settings;
    private final FolderKeeper keeper;
    private final Clock clock;
    private final FolderHistory history = new FolderHistory();
    private Optional<FolderWatch> watch = Optional.empty();

    LiveFolder(PluginFolder folder, Staging staging, FolderSettings settings, FolderKeeper keeper, Clock clock) {
        this.folder = folder;
        this.staging = staging;
        this.settings = settings;
        this.keeper = keeper;
        this.clock = clock;
    }

    /** Loads what lies there; jars that are so new that they may still be written to are looked at twice. */
    void load() {
        staging.clean();
        Optional<SortedMap<String, JarFingerprint>> first = folder.look();
        if (first.isEmpty()) {
            return;
        }
        history.expect(first.get(), clock.instant().minus(OLD));
        FolderChange change = history.next(first.get());
        if (!change.unsettled().isEmpty() && pause()) {
            change = folder.look().map(history::next).map(change::then).orElse(change);
        }
        keeper.follow(change);
    }

    void watch() {
        watch = Optional.of(new FolderWatch(folder.path(), settings, this::look));
    }

    /** Looks no more. */
    void close() {
        watch.ifPresent(FolderWatch::close);
    }

    /** Lets go of all copies, after the plugins are unloaded. */
    void forget() {
        keeper.forget();
    }

    private boolean look() {
        keeper.follow(folder.look().map(history::next).orElse(FolderChange.NONE));
        return history.isUnsettled();
    }

    private boolean pause() {
        try {
            Thread.sleep(settings.settle().toMillis());
            return true;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
