package dev.easel.diffusion.model;

import dev.easel.diffusion.scheduler.SchedulerKind;
import dev.easel.diffusion.zoo.Zoo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is found in complete model directories of every family and exporter. */
class ModelReaderTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "sd15, STABLE_DIFFUSION, PNDM",
        "sd15-float16, STABLE_DIFFUSION, DPM_SOLVER_KARRAS",
        "sd21, STABLE_DIFFUSION, DDIM",
        "turbo, TURBO, EULER",
        "lcm, LCM, LCM",
        "sdxl, SDXL, EULER",
        "sdxl-turbo, SDXL_TURBO, EULER_ANCESTRAL"
    })
    void theFamilyIsFoundFromTheFiles(String name, Family family, SchedulerKind scheduler) {
        assertEquals(family, read(name).family());
        assertEquals(scheduler, read(name).scheduler().kind());
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyModelHasWhatAllNeed(String name) {
        DiffusionModel model = read(name);
        Unet unet = model.unet();
        assertEquals("sample", unet.sample().name());
        assertEquals("timestep", unet.timestep().name());
        assertEquals("encoder_hidden_states", unet.states().name());
        assertEquals("out_sample", unet.output().name());
        assertEquals(4, unet.channels());
        assertEquals(8, unet.defaultSize());
        assertEquals("latent_sample", model.decoder().latent().name());
        assertEquals("sample", model.decoder().picture().name());
        assertEquals(8, model.decoder().magnification());
        assertEquals(0, model.decoder().shiftFactor());
        assertEquals(77, model.textEncoders().get(0).tokenizer().maxLength());
    }

    static List<String> names() {
        return Zoo.names();
    }

    @Test
    void sdxlTakesTheStatesBeforeTheLastLayerAndTheSecondEncodersProjection() {
        DiffusionModel model = read("sdxl");
        assertEquals(
                List.of("hidden_states.1", "hidden_states.2"),
                model.textEncoders().stream()
                        .map(encoder -> encoder.states().name())
                        .toList());
        assertEquals(
                List.of(8, 12),
                model.textEncoders().stream().map(TextEncoder::width).toList());
        assertEquals(
                Optional.of("text_embeds"), model.textEncoders().get(1).pooled().map(TensorSpec::name));
        assertEquals(Optional.of("text_embeds"), model.unet().pooledText().map(TensorSpec::name));
        assertEquals(Optional.of("time_ids"), model.unet().timeIds().map(TensorSpec::name));
        assertEquals(0.13025, model.decoder().scalingFactor());
    }

    @Test
    void sdxlTakesZerosForAnEmptyPromptUnlessItSaysOtherwise() throws IOException {
        assertTrue(read("sdxl").zerosForEmptyPrompt());
        assertFalse(read("sd15").zerosForEmptyPrompt());
        SpoiltModel model = SpoiltModel.of("sdxl", folder);
        assertTrue(model.unset("model_index.json", "force_zeros_for_empty_prompt")
                .model()
                .zerosForEmptyPrompt());
        assertFalse(model.set("model_index.json", "force_zeros_for_empty_prompt", "false")
                .model()
                .zerosForEmptyPrompt());
    }

    @Test
    void latentConsistencyModelsTakeTheGuidanceScale() {
        Unet unet = read("lcm").unet();
        assertEquals(Optional.of("timestep_cond"), unet.guidance().map(TensorSpec::name));
        assertEquals(OptionalInt.of(256), unet.guidanceWidth());
        assertEquals(OptionalInt.empty(), read("sd15").unet().guidanceWidth());
    }

    @Test
    void timesAndTokensAreOfWhateverTypeTheGraphsHave() {
        assertEquals(
                new TensorSpec("timestep", ElementType.INT64, List.of()),
                read("sd21").unet().timestep());
        assertEquals(ElementType.FLOAT, read("turbo").unet().timestep().type());
        assertEquals(ElementType.FLOAT16, read("sd15-float16").unet().sample().type());
        assertEquals(
                List.of(ElementType.INT32, ElementType.INT64),
                read("sdxl").textEncoders().stream()
                        .map(encoder -> encoder.ids().type())
                        .toList());
    }

    @Test
    void theSafetyCheckerIsReadOnlyWhereItIsWanted() {
        assertEquals(Optional.empty(), read("sd15").safetyChecker());
        ModelReading reading = new ModelReader(Zoo.folder("sd15"), true).read();
        SafetyChecker checker = assertInstanceOf(ModelReading.Usable.class, reading)
                .model()
                .safetyChecker()
                .orElseThrow();
        assertEquals("clip_input", checker.clipInput().name());
        assertEquals("images", checker.images().name());
        assertEquals("has_nsfw_concepts", checker.flagged().name());
        assertEquals(224, checker.clipSize());
    }

    @Test
    void aSafetyCheckerThatIsNotWantedMayBeBroken() throws IOException {
        assertEquals(
                Optional.empty(),
                SpoiltModel.of("sd15", folder)
                        .write("safety_checker/model.onnx", "broken")
                        .model()
                        .safetyChecker());
    }

    /** As diffusers' first exporter leaves them out. */
    @Test
    void withoutConfigurationsOfItsPartsAModelIsWhatTheFirstOnesWere() throws IOException {
        DiffusionModel model = SpoiltModel.of("sd15", folder)
                .delete("unet/config.json")
                .delete("vae_decoder/config.json")
                .delete("text_encoder/config.json")
                .model();
        assertEquals(4, model.unet().channels());
        assertEquals(64, model.unet().defaultSize());
        assertEquals(0.18215, model.decoder().scalingFactor());
        assertEquals(8, model.decoder().magnification());
        assertEquals(8, model.textEncoders().get(0).width());
    }

    @Test
    void theDecoderMagnifiesByTheNumberOfItsBlocks() throws IOException {
        DiffusionModel model = SpoiltModel.of("sd15", folder)
                .set("vae_decoder/config.json", "block_out_channels", "[128, 256, 512]")
                .set("vae_decoder/config.json", "scaling_factor", "0.5")
                .set("vae_decoder/config.json", "shift_factor", "0.25")
                .model();
        assertEquals(4, model.decoder().magnification());
        assertEquals(0.5, model.decoder().scalingFactor());
        assertEquals(0.25, model.decoder().shiftFactor());
    }

    @Test
    void aSizeThatIsGivenAsHeightAndWidthIsTakenWhereBothAreTheSame() throws IOException {
        DiffusionModel model = SpoiltModel.of("sd15", folder)
                .set("unet/config.json", "sample_size", "[16, 16]")
                .model();
        assertEquals(16, model.unet().defaultSize());
    }

    @Test
    void aGraphForOneSizeOnlyIsUsedForThat() throws IOException {
        byte[] unet = HandmadeOnnx.file(
                HandmadeOnnx.input("sample", HandmadeOnnx.FLOAT, 2, 4, 96, 96),
                HandmadeOnnx.input("timestep", HandmadeOnnx.INT64),
                HandmadeOnnx.input("encoder_hidden_states", HandmadeOnnx.FLOAT, 2, 77, 8),
                HandmadeOnnx.output("out_sample", HandmadeOnnx.FLOAT, 2, 4, 96, 96));
        DiffusionModel model =
                SpoiltModel.of("sd15", folder).write("unet/model.onnx", unet).model();
        assertEquals(96, model.unet().defaultSize());
    }

    @Test
    void anEulerSchedulerWithTrailingStepsMakesItATurboModel() throws IOException {
        SpoiltModel model = SpoiltModel.of("sd15", folder).take("scheduler", "turbo");
        assertEquals(Family.TURBO, model.model().family());
        model.set("scheduler/scheduler_config.json", "timestep_spacing", "\"leading\"");
        assertEquals(Family.STABLE_DIFFUSION, model.model().family());
    }

    /** Models that a LoRA made one of. */
    @Test
    void anLcmSchedulerMakesItALatentConsistencyModel() throws IOException {
        SpoiltModel model = SpoiltModel.of("sdxl", folder).take("scheduler", "lcm");
        assertEquals(Family.LCM, model.model().family());
        assertEquals(2, model.model().textEncoders().size());
    }

    @Test
    void aDirectoryBehindALinkIsRead() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Zoo.copy("sd15", folder));
        assertTrue(new ModelReader(link, false).read() instanceof ModelReading.Usable);
    }

    private static DiffusionModel read(String name) {
        ModelReading reading = new ModelReader(Zoo.folder(name), false).read();
        return assertInstanceOf(ModelReading.Usable.class, reading, reading::toString)
                .model();
    }
}
