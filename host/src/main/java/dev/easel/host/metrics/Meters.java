package dev.easel.host.metrics;

import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** All meters that there are; safe for use by several threads. */
final class Meters implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final QueueMeters queue = new QueueMeters(registry);
    private final HttpMeters http = new HttpMeters(registry);
    private final JvmGcMetrics collector = new JvmGcMetrics();
    private final List<ReadOnDemand> onDemand = new CopyOnWriteArrayList<>();

    Meters() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collector.bindTo(registry);
    }

    PrometheusMeterRegistry registry() {
        return registry;
    }

    QueueMeters queue() {
        return queue;
    }

    HttpMeters http() {
        return http;
    }

    void add(ReadOnDemand meters) {
        meters.bindTo(registry);
        onDemand.add(meters);
    }

    Exposition read(String accept) {
        onDemand.forEach(ReadOnDemand::refresh);
        String contentType = accept.toLowerCase(Locale.ROOT).contains("application/openmetrics-text")
                ? OpenMetricsTextFormatWriter.CONTENT_TYPE
                : PrometheusTextFormatWriter.CONTENT_TYPE;
        return new Exposition(contentType, registry.scrape(contentType));
    }

    @Override
    public void close() {
        collector.close();
        registry.close();
    }
}
