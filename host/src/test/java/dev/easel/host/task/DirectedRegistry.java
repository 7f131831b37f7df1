package dev.easel.host.task;

import dev.easel.host.provider.HostedListener;
import dev.easel.host.provider.HostedProvider;
import dev.easel.host.provider.ProviderRegistry;
import java.util.List;
import java.util.Optional;

/** A registry whose preferred provider a test chooses. */
final class DirectedRegistry implements ProviderRegistry {
    private final ProviderRegistry registry;
    private volatile String preferred = "";

    DirectedRegistry(ProviderRegistry registry) {
        this.registry = registry;
    }

    /** Gives the next runs to a provider, whether it is ready or not. */
    void prefer(String id) {
        preferred = id;
    }

    @Override
    public List<HostedProvider> providers() {
        return registry.providers();
    }

    @Override
    public Optional<HostedProvider> preferred() {
        if (preferred.isEmpty()) {
            return registry.preferred();
        }
        return registry.providers().stream()
                .filter(provider -> provider.id().equals(preferred))
                .findAny();
    }

    @Override
    public List<HostedListener> listeners() {
        return registry.listeners();
    }

    @Override
    public void onChange(Runnable listener) {
        registry.onChange(listener);
    }
}
