package dev.easel.host.provider;

import dev.easel.api.provider.GenerationRequest;
import dev.easel.api.provider.ImageSink;
import dev.easel.api.provider.Readiness;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A provider as the host sees it: what it says of itself is checked and bounded, and calling it never throws what the
 * plugin throws.
 *
 * <p>Safe for use by several threads.
 */
public interface HostedProvider {

    /**
     * Returns the provider's id.
     *
     * @return unique on this host
     */
    String id();

    /**
     * Returns the provider's name.
     *
     * @param locale the language of the reader
     * @return the plugin's answer, or the id if it had none
     */
    String name(Locale locale);

    /**
     * Returns the id of the provider's plugin.
     *
     * @return {@code Plugin-Id} of its jar
     */
    String pluginId();

    /**
     * Returns the version of the provider's plugin.
     *
     * @return {@code Plugin-Version} of its jar
     */
    String pluginVersion();

    /**
     * Returns what the provider last said of its readiness.
     *
     * @return without a call into the plugin
     */
    Readiness readiness();

    /**
     * Says that a run found that the provider lacks something: it is not ready until it says otherwise, and is asked
     * soon.
     *
     * @param reason what it lacks, in English
     */
    default void lacks(String reason) {
        recheckReadiness();
    }

    /** Takes in that a run succeeded. */
    default void succeeded() {}

    /** Takes in that a run failed by the provider's fault; one that fails again and again is left alone for a while. */
    default void failed() {}

    /**
     * Returns how many runs may be under way at once on this host.
     *
     * @return at least 1
     */
    default int slots() {
        return 1;
    }

    /** Asks the provider again whether it is ready, soon and on a thread of the plugin. */
    void recheckReadiness();

    /**
     * Returns the author's guess of a runtime.
     *
     * @param images how many images, at least 1
     * @return a positive duration
     */
    Duration declaredRuntime(int images);

    /**
     * Returns how many images one call may be asked for.
     *
     * @return at least 1
     */
    int maxImagesPerCall();

    /**
     * Takes one of the provider's slots on this host.
     *
     * @return a slot, to be closed after the run; empty if all are taken or the provider is being closed
     */
    Optional<Slot> tryAcquire();

    /** The right to have one run under way. */
    interface Slot extends AutoCloseable {

        /**
         * Returns the provider whose slot it is.
         *
         * @return the provider
         */
        HostedProvider provider();

        /**
         * Calls the provider, on a thread of its plugin.
         *
         * @param request what is asked for
         * @param sinks at most {@link HostedProvider#maxImagesPerCall()}
         * @return the call, under way
         */
        ProviderCall generate(GenerationRequest request, List<ImageSink> sinks);

        /**
         * Tells when the slot is taken back, because its plugin is unloaded and cannot wait for the run any longer.
         *
         * @return completed then; the run is the host's to repeat, and no failure of the provider
         */
        default CompletableFuture<Void> withdrawn() {
            return new CompletableFuture<>();
        }

        /** Gives the slot back; closing it twice does nothing. */
        @Override
        void close();
    }
}
