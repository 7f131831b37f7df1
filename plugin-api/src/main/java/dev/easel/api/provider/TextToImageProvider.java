package dev.easel.api.provider;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.pf4j.ExtensionPoint;

/**
 * Makes images from text.
 *
 * <p>An implementation marked with PF4J's {@code @Extension} is one provider of its plugin; it has a public constructor
 * without parameters, or one that takes a {@link dev.easel.api.plugin.PluginContext}. Plugins whose configuration names
 * several providers use a {@link ProviderFactory} instead.
 *
 * <p>The host calls a provider on threads that belong to its plugin and with the plugin's class loader as the thread's
 * context class loader. At most {@link #slots()} runs are under way at once; every other method may be called at any
 * time, beside a run, from another thread. Whatever a provider throws is a failure of that one call and of nothing
 * else.
 *
 * <p>After {@code IProvider} of Nextcloud's Text-To-Image API.
 */
public interface TextToImageProvider extends ExtensionPoint, AutoCloseable {

    /**
     * Returns the id that tells this provider from all others on a host.
     *
     * @return the same at every call; matches {@code [a-z][a-z0-9-]{0,62}}
     */
    String id();

    /**
     * Returns the name that people see.
     *
     * @param locale the language to answer in; a provider without that language answers in English
     * @return a short name, not blank
     */
    String name(Locale locale);

    /**
     * Returns the author's own guess of how long {@link #generate} takes for that many images.
     *
     * <p>The host uses it until it has recorded runs of its own. An honest guess is better than a small one: a task
     * that is expected to fit is run while the client waits.
     *
     * @param images how many images one task wants, at least 1
     * @return a positive duration
     */
    Duration expectedRuntime(int images);

    /**
     * Writes one image into each sink.
     *
     * <p>The images are PNG, JPEG, WebP, GIF or AVIF. The call returns when all are written; the host then checks them
     * and publishes all of them or none. It looks at {@link GenerationRequest#cancellation()} between steps: a
     * cancelled run, or one beyond its deadline, is first told so there, then interrupted.
     *
     * @param request the prompt and what belongs to it
     * @param sinks as many as images are wanted, at least 1 and at most {@link #maxImagesPerCall()}
     * @throws GenerationException if it fails and the provider knows whose fault that is
     * @throws IOException if reading or writing failed; counts as a fault of the provider, to be tried again
     * @throws InterruptedException if the run was cancelled and the thread interrupted
     * @throws java.util.concurrent.CancellationException if the run was cancelled
     * @throws RuntimeException for anything else; counts as a fault of the provider, to be tried again
     */
    void generate(GenerationRequest request, List<ImageSink> sinks) throws IOException, InterruptedException;

    /**
     * Tells whether the provider can work now.
     *
     * <p>Asked when the plugin was loaded, after a run that failed for {@linkplain GenerationException.Kind#LACKING
     * lack of something}, and every 30 seconds while it is not ready; so it is quick and costs nothing.
     *
     * @return {@linkplain Readiness#ready() ready} unless overridden
     */
    default Readiness readiness() {
        return Readiness.ready();
    }

    /**
     * Returns how many images one call of {@link #generate} may be asked for; the host splits larger tasks.
     *
     * @return at least 1; no bound unless overridden
     */
    default int maxImagesPerCall() {
        return Integer.MAX_VALUE;
    }

    /**
     * Returns how many runs may be under way at once.
     *
     * @return at least 1, which it is unless overridden
     */
    default int slots() {
        return 1;
    }

    /**
     * Releases what the provider holds; called once, after its last run. Does nothing unless overridden.
     *
     * @throws Exception if that fails; it is logged and nothing else happens
     */
    @Override
    default void close() throws Exception {}
}
