package dev.easel.host.runtime;

import dev.easel.api.provider.Readiness;
import dev.easel.host.provider.HostedProvider;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** A provider that only declares how long it takes. */
final class StubProvider implements HostedProvider {
    private final String id;
    private final Duration declared;

    StubProvider(String id, Duration declared) {
        this.id = id;
        this.declared = declared;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String name(Locale locale) {
        return id;
    }

    @Override
    public String pluginId() {
        return id;
    }

    @Override
    public String pluginVersion() {
        return "1.0.0";
    }

    @Override
    public Readiness readiness() {
        return Readiness.ready();
    }

    @Override
    public void recheckReadiness() {}

    @Override
    public Duration declaredRuntime(int images) {
        return declared;
    }

    @Override
    public int maxImagesPerCall() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Optional<Slot> tryAcquire() {
        return Optional.empty();
    }
}
