package dev.easel.host.metrics;

import dev.easel.host.provider.HostedProvider;
import dev.easel.host.provider.ProviderRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import org.jspecify.annotations.Nullable;

/** Which providers are ready; those that come and go while the host serves too. */
final class ProviderMeters implements ReadOnDemand {
    private final ProviderRegistry providers;
    private @Nullable MultiGauge ready;

    ProviderMeters(ProviderRegistry providers) {
        this.providers = providers;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        ready = MultiGauge.builder("easel.provider.ready")
                .description("1 if the provider is ready, else 0")
                .register(registry);
    }

    @Override
    public void refresh() {
        MultiGauge gauge = ready;
        if (gauge != null) {
            gauge.register(
                    providers.providers().stream().map(ProviderMeters::row).toList(), true);
        }
    }

    private static MultiGauge.Row<?> row(HostedProvider provider) {
        return MultiGauge.Row.of(
                Tags.of("provider", provider.id()), provider.readiness().isReady() ? 1 : 0);
    }
}
