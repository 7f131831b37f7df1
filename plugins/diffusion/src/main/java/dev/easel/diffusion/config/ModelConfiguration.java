package dev.easel.diffusion.config;

import dev.easel.diffusion.pipeline.PipelineSettings;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What is configured for one model.
 *
 * @param name the administrator's name for it, {@code plugin.diffusion.models.<name>}
 * @param folder its directory
 * @param pictures what its pictures are to be like
 * @param pipeline how it works
 * @param idle after how long without a run its graphs are dropped from memory; positive
 */
public record ModelConfiguration(
        String name, Path folder, PictureWishes pictures, PipelineSettings pipeline, Duration idle) {
    private static final String DEFAULT = "default";

    /**
     * Tells whether a model can be called so.
     *
     * @param name what an administrator wrote
     * @return true if a provider's id can be made of it
     */
    public static boolean isName(String name) {
        return name.matches("[a-z0-9][a-z0-9-]{0,52}");
    }

    /**
     * Returns the id of the provider that stands for the model called {@code name}.
     *
     * @param name a model's name
     * @return {@code diffusion} for the one called {@code default}, {@code diffusion-<name>} for others
     */
    public static String providerId(String name) {
        return name.equals(DEFAULT) ? "diffusion" : "diffusion-" + name;
    }

    /**
     * Returns a key of this model as the administrator writes it.
     *
     * @param key the last part
     * @return the whole key
     */
    public String key(String key) {
        return ModelSection.path(name) + "." + key;
    }
}
