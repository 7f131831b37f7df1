package dev.easel.host;

import dev.easel.host.image.StoredImage;
import java.util.List;

/** Makes images without a server. */
public interface Generator extends AutoCloseable {

    /**
     * Makes images and waits for them.
     *
     * @param options what is wanted
     * @param progress told how far it is, on any thread
     * @return as many images as were wanted, by index; readable until the generator is closed
     * @throws UsageException if no loaded provider has the wanted id
     * @throws EngineException if no provider is ready or the one that was asked failed
     * @throws InterruptedException if the waiting thread was interrupted
     */
    List<StoredImage> generate(GenerateOptions options, ProgressListener progress)
            throws EngineException, InterruptedException;

    /** Stops what runs and unloads the plugins. */
    @Override
    void close();
}
