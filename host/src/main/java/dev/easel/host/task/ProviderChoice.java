package dev.easel.host.task;

import dev.easel.host.provider.HostedProvider;
import dev.easel.host.provider.ProviderRegistry;
import java.util.List;
import java.util.Optional;

/** Says which provider a waiting task is given to. */
final class ProviderChoice {
    private final ProviderRegistry registry;
    private final boolean failover;

    ProviderChoice(ProviderRegistry registry, boolean failover) {
        this.registry = registry;
        this.failover = failover;
    }

    /** The preferred ready provider; with failover, the ready one after that which failed the task last. */
    Optional<HostedProvider> of(TaskRow task) {
        return failover && task.run().failures() > 0
                ? after(task.run().provider().orElse(""))
                : registry.preferred();
    }

    private Optional<HostedProvider> after(String failed) {
        List<HostedProvider> ready = registry.providers().stream()
                .filter(provider -> provider.readiness().isReady())
                .toList();
        int next = 0;
        for (int i = 0; i < ready.size(); i++) {
            if (ready.get(i).id().equals(failed)) {
                next = i + 1;
            }
        }
        return ready.isEmpty() ? Optional.empty() : Optional.of(ready.get(next % ready.size()));
    }
}
