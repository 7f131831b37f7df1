package dev.easel.openai.call;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;

/** What one service was found to take; safe for use by several threads. */
final class LearnedShape {
    private final String name;
    private final Logger logger;
    private final RequestShape configured;
    private final List<Adaptation> learned = new ArrayList<>();
    private boolean proven;

    LearnedShape(String name, RequestShape configured, Logger logger) {
        this.name = name;
        this.configured = configured;
        this.logger = logger;
    }

    synchronized RequestShape current() {
        RequestShape shape = configured;
        for (Adaptation adaptation : learned) {
            shape = adaptation.applyTo(shape);
        }
        return shape;
    }

    /** Tells whether the service has made an image from requests of the present shape. */
    synchronized boolean isProven() {
        return proven;
    }

    /** Remembers what made a request succeed. */
    synchronized void succeededWith(List<Adaptation> adaptations) {
        proven = true;
        for (Adaptation adaptation : adaptations) {
            if (!learned.contains(adaptation)) {
                learned.add(adaptation);
                logger.warn("Service {} {}", name, adaptation.inWords());
            }
        }
    }
}
