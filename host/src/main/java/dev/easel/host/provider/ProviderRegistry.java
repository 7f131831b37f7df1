package dev.easel.host.provider;

import java.util.List;
import java.util.Optional;

/** The providers of this host; safe for use by several threads. */
public interface ProviderRegistry {

    /**
     * Returns the providers that tasks may be given to, ready or not, in order of preference.
     *
     * <p>The configured order, else the default order of the design; a provider that is never a silent stand-in for
     * another is not among them.
     *
     * @return a snapshot
     */
    List<HostedProvider> providers();

    /**
     * Returns the provider that a new run is given to.
     *
     * @return the first ready one in order of preference; empty if none is ready
     */
    default Optional<HostedProvider> preferred() {
        return providers().stream()
                .filter(provider -> provider.readiness().isReady())
                .findFirst();
    }

    /**
     * Returns those who hear of the ends of tasks.
     *
     * @return a snapshot, in the order of loading; empty unless a registry has listeners
     */
    default List<HostedListener> listeners() {
        return List.of();
    }

    /**
     * Has an action run, on any thread, whenever a provider becomes ready, comes or goes.
     *
     * @param listener quick and without exceptions
     */
    void onChange(Runnable listener);
}
