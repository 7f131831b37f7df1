package dev.easel.diffusion.pipeline;

import dev.easel.diffusion.model.DiffusionModel;
import dev.easel.diffusion.model.TensorSpec;
import dev.easel.diffusion.model.Unet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PictureSizesTest {
    private final DiffusionModel model = Models.read("sd15");

    @Test
    void theUsualSizeIsThatOfTheTraining() {
        assertEquals(64, PictureSizes.usual(model));
    }

    @ParameterizedTest
    @CsvSource({"64, 64", "8, 256", "256, 8"})
    void multiplesOfEightWithinTheBoundsAreMade(int width, int height) {
        assertEquals(Optional.empty(), PictureSizes.fault(model, width, height));
    }

    @ParameterizedTest
    @CsvSource({"0, 64, width is 0", "-8, 64, width is -8", "64, 65, height is 65", "264, 64, width is 264"})
    void othersAreRefused(int width, int height, String fault) {
        assertEquals(
                Optional.of(fault + ", but must be a multiple of 8 from 8 to 256"),
                PictureSizes.fault(model, width, height));
    }

    @Test
    void aGraphOfOneSizeMakesThatOnly() {
        DiffusionModel fixed = withSample(List.of(2L, 4L, 8L, 16L));
        assertEquals(Optional.empty(), PictureSizes.fault(fixed, 128, 64));
        assertEquals(
                Optional.of("width is 64, but the model makes pictures with 128 only"),
                PictureSizes.fault(fixed, 64, 64));
    }

    private DiffusionModel withSample(List<Long> shape) {
        Unet unet = model.unet();
        TensorSpec sample = new TensorSpec(unet.sample().name(), unet.sample().type(), shape);
        return new DiffusionModel(
                model.folder(),
                model.family(),
                model.textEncoders(),
                new Unet(
                        unet.graph(),
                        sample,
                        unet.timestep(),
                        unet.states(),
                        unet.guidance(),
                        unet.pooledText(),
                        unet.timeIds(),
                        unet.output(),
                        unet.channels(),
                        unet.defaultSize(),
                        unet.guidanceWidth()),
                model.decoder(),
                model.safetyChecker(),
                model.scheduler());
    }
}
