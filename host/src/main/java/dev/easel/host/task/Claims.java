package dev.easel.host.task;

import dev.easel.host.provider.HostedProvider;
import dev.easel.host.provider.ProviderRegistry;
import dev.easel.host.runtime.RuntimeEstimator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Makes the claims of this host. */
final class Claims {
    private final String host;
    private final ProviderRegistry registry;
    private final RuntimeEstimator estimator;
    private final Clock clock;
    private final Duration lease;

    /**
     * Makes a source of claims.
     *
     * @param lease how long this host may be silent before others take up what it runs
     */
    Claims(String host, ProviderRegistry registry, RuntimeEstimator estimator, Clock clock, Duration lease) {
        this.host = host;
        this.registry = registry;
        this.estimator = estimator;
        this.clock = clock;
        this.lease = lease;
    }

    Instant now() {
        return clock.instant();
    }

    Duration lease() {
        return lease;
    }

    String host() {
        return host;
    }

    /** When a run of a provider that begins now is expected to end; without a ready provider, of any. */
    Instant expectedEnd(Optional<HostedProvider> provider, int images) {
        return provider.or(() -> registry.preferred())
                .or(() -> registry.providers().stream().findFirst())
                .map(chosen -> expectedEnd(chosen, images))
                .orElseGet(clock::instant);
    }

    /** Claims a task for a run that begins now. */
    Claim of(HostedProvider provider, int images) {
        Instant now = clock.instant();
        return new Claim(host, provider.id(), now, now.plus(lease), expectedEnd(provider, images));
    }

    private Instant expectedEnd(HostedProvider provider, int images) {
        return clock.instant().plus(estimator.estimate(provider, images).typical());
    }
}
