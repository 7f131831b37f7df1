package dev.easel.diffusion.pipeline;

import dev.easel.diffusion.model.DiffusionModel;
import dev.easel.diffusion.model.TensorSpec;
import java.util.Optional;

/** Which sizes a model can make. */
public final class PictureSizes {
    /** How many times larger than usual a picture may be; models repeat themselves long before that. */
    private static final int LARGEST = 4;

    private static final int HEIGHT = 2;
    private static final int WIDTH = 3;

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
        return sideFault(model, "width", width, WIDTH).or(() -> sideFault(model, "height", height, HEIGHT));
    }

    private static Optional<String> sideFault(DiffusionModel model, String side, int pixels, int dimension) {
        int step = model.decoder().magnification();
        long only = model.unet().sample().shape().get(dimension);
        if (only != TensorSpec.FREE && pixels != only * step) {
            return Optional.of(
                    "%s is %d, but the model makes pictures with %d only".formatted(side, pixels, only * step));
        }
        int largest = LARGEST * usual(model);
        if (pixels % step != 0 || pixels < step || pixels > largest) {
            return Optional.of("%s is %d, but must be a multiple of %d from %d to %d"
                    .formatted(side, pixels, step, step, largest));
        }
        return Optional.empty();
    }
}
