package dev.easel.host.provider;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what a provider does wrong, each kind once; safe for use by several threads. */
final class ProviderLog {
    private static final Logger LOGGER = LoggerFactory.getLogger(HostedProvider.class);

    private final String label;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    ProviderLog(String providerId, String pluginId) {
        label = "Provider " + providerId + " of plugin " + pluginId;
    }

    /** Logs a bad answer unless that method gave one before. */
    void badAnswer(String method, String problem, Object fallback) {
        if (reported.add(method)) {
            LOGGER.warn("{}: {} {}; {} is taken instead", label, method, problem, fallback);
        }
    }

    void info(String sentence) {
        LOGGER.info("{} {}", label, sentence);
    }

    void warn(String sentence) {
        LOGGER.warn("{} {}", label, sentence);
    }
}
