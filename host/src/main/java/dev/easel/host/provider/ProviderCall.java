package dev.easel.host.provider;

import dev.easel.api.provider.GenerationException;
import java.util.concurrent.CompletableFuture;

/** A call into a provider that is under way. */
public interface ProviderCall {

    /**
     * Returns the end of the call.
     *
     * @return completed normally when the provider returned, else exceptionally with what it threw: a
     *     {@link GenerationException} as it is, anything else (errors too) unwrapped. Dependents must not do work on
     *     the completing thread, which is the plugin's
     */
    CompletableFuture<Void> done();

    /** Interrupts the thread that the provider runs on; does nothing once the call has ended. */
    void interrupt();
}
