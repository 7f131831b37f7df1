package dev.easel.host.provider;

import dev.easel.host.provider.folder.FolderChange;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Has those plugins serve that lie in the folder: of each the highest version that can be loaded, and no lower one than
 * the one that serves, unless its jar is gone; for use by one thread.
 *
 * <p>A jar that cannot be loaded is reported, and the others load.
 */
final class FolderKeeper {
    private final JarVerification verification;
    private final Takeover takeover;
    private final LivePlugins live;
    private final PluginStatuses statuses;
    private final Refusals refusals;
    private final Clock clock;
    private final Map<String, FolderJar> jars = new TreeMap<>();

    FolderKeeper(
            JarVerification verification, Takeover takeover, LivePlugins live, PluginStatuses statuses, Clock clock) {
        this.verification = verification;
        this.takeover = takeover;
        this.live = live;
        this.statuses = statuses;
        refusals = new Refusals(statuses);
        this.clock = clock;
    }

    /** Follows what happened in the folder, and tries again what is due. */
    void follow(FolderChange change) {
        change.unsettled().forEach(statuses::waiting);
        change.gone().forEach(this::forget);
        change.settled().forEach(statuses::verifying);
        change.settled().forEach(this::verify);
        jars.entrySet().stream()
                .filter(jar ->
                        jar.getValue().verified().isEmpty() && jar.getValue().isDue(clock.instant()))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::verify);
        decideAll();
    }

    /** Lets go of all copies. */
    void forget() {
        List.copyOf(jars.keySet()).forEach(this::forget);
    }

    private void forget(String fileName) {
        Optional.ofNullable(jars.remove(fileName)).ifPresent(FolderJar::forget);
        statuses.forget(fileName);
    }

    private void verify(String fileName) {
        FolderJar found;
        try {
            found = FolderJar.verified(verification.verify(fileName));
        } catch (RefusedJarException refused) {
            refusals.faulty(refused);
            found = FolderJar.refused(Optional.ofNullable(jars.get(fileName)), clock.instant());
        }
        Optional.ofNullable(jars.put(fileName, found)).ifPresent(FolderJar::forget);
    }

    private void decideAll() {
        Set<String> ids = new LinkedHashSet<>();
        jars.values()
                .forEach(jar -> jar.verified()
                        .ifPresent(verified -> ids.add(verified.identity().id())));
        live.all().forEach(plugin -> ids.add(plugin.identity().id()));
        boolean anyEnded = false;
        for (String id : ids) {
            anyEnded |= decide(id);
        }
        if (anyEnded) {
            // What it served, another plugin may serve now.
            jars.values().forEach(FolderJar::retryNow);
            ids.forEach(this::decide);
        }
    }

    /** Decides which version serves; tells whether a plugin was ended. */
    private boolean decide(String pluginId) {
        candidates(pluginId).forEach(candidate -> decide(candidate, pluginId));
        Optional<LoadedPlugin> orphan = live.of(pluginId).filter(plugin -> !hasJar(plugin));
        orphan.ifPresent(takeover::end);
        return orphan.isPresent();
    }

    private void decide(FolderJar jar, String pluginId) {
        VerifiedJar candidate = jar.verified().orElseThrow();
        Optional<LoadedPlugin> serving = live.of(pluginId);
        if (serving.isPresent() && serving.get().isFrom(candidate)) {
            statuses.forget(candidate.fileName());
        } else if (serving.isPresent()
                && hasJar(serving.get())
                && !candidate.isNewerThan(serving.get().identity())) {
            refusals.notHigher(candidate, serving.get());
        } else if (jar.isDue(clock.instant())) {
            load(jar, candidate);
        }
    }

    private void load(FolderJar jar, VerifiedJar candidate) {
        statuses.verifying(candidate.inspection());
        try {
            takeover.serve(candidate);
            statuses.forget(candidate.fileName());
        } catch (PluginRefusedException refused) {
            refusals.notLoaded(candidate, refused, jar.failed(clock.instant()));
        }
    }

    /** The jars of one plugin, the highest version first; of equal ones that which serves. */
    private List<FolderJar> candidates(String pluginId) {
        List<FolderJar> candidates = new ArrayList<>(
                jars.values().stream().filter(jar -> jar.holds(pluginId)).toList());
        candidates.sort(Comparator.comparing((FolderJar jar) -> jar.verified().orElseThrow(), FolderKeeper::compare)
                .reversed()
                .thenComparing(jar -> live.of(pluginId)
                        .filter(plugin -> plugin.isFrom(jar.verified().orElseThrow()))
                        .isEmpty()));
        return candidates;
    }

    private static int compare(VerifiedJar left, VerifiedJar right) {
        return left.isNewerThan(right.identity()) ? 1 : right.isNewerThan(left.identity()) ? -1 : 0;
    }

    private boolean hasJar(LoadedPlugin plugin) {
        return Optional.ofNullable(jars.get(plugin.fileName()))
                .filter(jar -> jar.standsFor(plugin.identity().id()))
                .isPresent();
    }
}
