package dev.easel.host.task;

import dev.easel.host.provider.HostedProvider;
import dev.easel.host.provider.ProviderRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says why tasks wait. */
final class WaitingReasons {
    private final Optional<ProviderRegistry> registry;
    private final Clock clock;

    /**
     * Makes reasons.
     *
     * @param registry the providers of the running host; empty where none is asked
     */
    WaitingReasons(Optional<ProviderRegistry> registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** Why a waiting task waits. */
    String of(TaskRow task) {
        return registry.flatMap(WaitingReasons::lack)
                .or(() -> retry(task))
                .orElseGet(() -> "waits for a free slot of "
                        + registry.flatMap(ProviderRegistry::preferred)
                                .map(HostedProvider::id)
                                .orElse("a ready provider"));
    }

    private static Optional<String> lack(ProviderRegistry registry) {
        if (registry.providers().isEmpty()) {
            return Optional.of("no provider is loaded");
        }
        return registry.preferred().isPresent()
                ? Optional.empty()
                : Optional.of("no provider is ready" + lacks(registry));
    }

    /** What the providers that are not ready lack; begins with a colon unless it is empty. */
    static String lacks(ProviderRegistry registry) {
        List<String> lacks = registry.providers().stream()
                .filter(provider -> !provider.readiness().isReady())
                .map(provider -> provider.id() + ": "
                        + String.join(" ", provider.readiness().reasons()))
                .toList();
        return lacks.isEmpty() ? "" : lacks.stream().collect(Collectors.joining("; ", ": ", ""));
    }

    private Optional<String> retry(TaskRow task) {
        TaskRow.Run run = task.run();
        return run.notBefore().isAfter(clock.instant())
                ? Optional.of("is tried again at " + run.notBefore()
                        + run.reason().map(reason -> " because " + reason).orElse(""))
                : Optional.empty();
    }
}
