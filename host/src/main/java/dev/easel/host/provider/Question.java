package dev.easel.host.provider;

import dev.easel.api.provider.TextToImageProvider;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A question to a provider, answered within a time or not at all.
 *
 * <p>While a provider still owes an answer it is not asked again, so that one that hangs costs one thread and one wait,
 * not one for every asking. Safe for use by several threads.
 */
final class Question {
    private final PluginObject<TextToImageProvider> provider;
    private final Duration timeout;
    private @Nullable PluginCall<?> owed;

    Question(PluginObject<TextToImageProvider> provider, Duration timeout) {
        this.provider = provider;
        this.timeout = timeout;
    }

    synchronized <R extends @Nullable Object> R ask(PluginObject.Use<TextToImageProvider, R> question)
            throws PluginFailure {
        if (owed != null && !owed.hasEnded()) {
            throw PluginFailure.noAnswer(timeout);
        }
        PluginCall<R> call = provider.start(question);
        try {
            return PluginThreads.await(timeout, call);
        } finally {
            // An ended call would keep the plugin's class loader.
            owed = call.hasEnded() ? null : call;
        }
    }
}
