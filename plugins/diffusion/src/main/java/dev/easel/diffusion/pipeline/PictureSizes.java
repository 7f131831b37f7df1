package dev.easel.diffusion.pipeline;

import dev.easel.diffusion.model.DiffusionModel;
import java.util.Optional;

/** Which sizes a model can make. */
public final class PictureSizes {
    private PictureSizes() {}

    /**
     * Returns the size that the model was trained with.
     *
     * @param model a model
     * @return the height and width in pixels
     */
    public static int usual(DiffusionModel model) {
        return model.unet().defaultSize() * model.decoder().magnification();
    }

    /**
     * Looks for what is wrong with a size.
     *
     * @param model a model
     * @param width in pixels
     * @param height in pixels
     * @return what is wrong, and what the model can do; empty if it can make pictures of this size
     */
    public static Optional<String> fault(DiffusionModel model, int width, int height) {
        throw new UnsupportedOperationException();
    }
}
