package dev.easel.host.metrics;

import io.micrometer.core.instrument.MeterRegistry;

/** Meters whose values are looked up when somebody wants to read them. */
interface ReadOnDemand {

    /** Registers the meters; called once. */
    void bindTo(MeterRegistry registry);

    /** Looks the values up; called before each reading, by several threads. */
    void refresh();
}
