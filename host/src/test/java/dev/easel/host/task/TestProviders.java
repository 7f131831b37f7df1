package dev.easel.host.task;

import dev.easel.host.provider.HostedProvider;
import dev.easel.host.provider.ProviderRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A registry of the providers that it is given, in that order. */
public final class TestProviders implements ProviderRegistry {
    private volatile List<HostedProvider> providers;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Makes a registry. */
    public TestProviders(HostedProvider... providers) {
        this.providers = List.of(providers);
    }

    /** Has others take the place of those that there are, without telling anybody. */
    public void replace(HostedProvider... others) {
        providers = List.of(others);
    }

    @Override
    public List<HostedProvider> providers() {
        return providers;
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Tells the listeners that something changed. */
    public void changed() {
        listeners.forEach(Runnable::run);
    }
}
