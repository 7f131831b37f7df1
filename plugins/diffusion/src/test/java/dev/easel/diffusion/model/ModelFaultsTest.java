package dev.easel.diffusion.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.easel.diffusion.model.HandmadeOnnx.BOOL;
import static dev.easel.diffusion.model.HandmadeOnnx.FLOAT;
import static dev.easel.diffusion.model.HandmadeOnnx.INT64;
import static dev.easel.diffusion.model.HandmadeOnnx.NAMED;
import static dev.easel.diffusion.model.HandmadeOnnx.externalWeights;
import static dev.easel.diffusion.model.HandmadeOnnx.file;
import static dev.easel.diffusion.model.HandmadeOnnx.input;
import static dev.easel.diffusion.model.HandmadeOnnx.output;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is said of model directories that can't be used. */
class ModelFaultsTest {
    private static final String UNET = "unet/model.onnx";
    private static final String DECODER = "vae_decoder/model.onnx";
    private static final String ENCODER = "text_encoder/model.onnx";

    @TempDir
    private Path folder;

    @Test
    void aDirectoryThatIsNotThereIsOneFault() throws IOException {
        Path nowhere = folder.resolve("nowhere");
        assertEquals(
                List.of(nowhere + " is missing; name the directory that holds model_index.json."), faults(nowhere));
        Path file = Files.writeString(folder.resolve("model.safetensors"), "");
        assertEquals(List.of(file + " is no directory; name the directory that holds model_index.json."), faults(file));
    }

    @Test
    void anEmptyDirectoryLacksEverything() throws IOException {
        List<String> faults = faults(Files.createDirectory(folder.resolve("empty")));
        for (String name : List.of(
                "model_index.json",
                "scheduler/scheduler_config.json",
                "tokenizer/vocab.json",
                "tokenizer/merges.txt",
                ENCODER,
                UNET,
                DECODER)) {
            assertTrue(
                    faults.stream().anyMatch(fault -> fault.startsWith(folder + "/empty/" + name + " is missing; ")),
                    name + ": " + faults);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sd15, model_index.json",
        "sd15, scheduler/scheduler_config.json",
        "sd15, tokenizer/vocab.json",
        "sd15, tokenizer/merges.txt",
        "sd15, text_encoder/model.onnx",
        "sd15, unet/model.onnx",
        "sd15, vae_decoder/model.onnx",
        "sd15-float16, unet/weights.pb",
        "sd21, unet/model.onnx_data",
        "sdxl, tokenizer_2/vocab.json",
        "sdxl, text_encoder_2/model.onnx"
    })
    void aFileThatIsMissingIsTheOnlyFault(String model, String file) throws IOException {
        List<String> faults = SpoiltModel.of(model, folder).delete(file).faults();
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.get(0).startsWith("<model>/" + file + " is missing"), faults::toString);
    }

    @Test
    void brokenJsonIsToldWithItsPlace() throws IOException {
        List<String> faults = SpoiltModel.of("sd15", folder)
                .write("model_index.json", "{\"_class_name\": \"StableDiffusionPipeline\",\n}")
                .write("unet/config.json", "[]")
                .faults();
        assertEquals(
                List.of(
                        "<model>/model_index.json is no JSON at line 2, column 1; fetch or export the model again.",
                        "<model>/unet/config.json holds no JSON object; fetch or export the model again."),
                faults);
    }

    @Test
    void otherPipelinesAreToldThoseThatAreUnderstood() throws IOException {
        assertEquals(
                List.of("<model>/model_index.json has the _class_name FluxPipeline; understood are"
                        + " LatentConsistencyModelPipeline, ORTLatentConsistencyModelPipeline,"
                        + " ORTStableDiffusionPipeline, ORTStableDiffusionXLPipeline, OnnxStableDiffusionPipeline,"
                        + " StableDiffusionOnnxPipeline, StableDiffusionPipeline, StableDiffusionXLPipeline. Take a"
                        + " model for one of these."),
                SpoiltModel.of("sd15", folder)
                        .set("model_index.json", "_class_name", "\"FluxPipeline\"")
                        .faults());
    }

    @Test
    void faultsOfTheSchedulerNameItsFile() throws IOException {
        List<String> faults = SpoiltModel.of("sd15", folder)
                .set("scheduler/scheduler_config.json", "_class_name", "\"TCDScheduler\"")
                .set("scheduler/scheduler_config.json", "prediction_type", "\"flow\"")
                .faults();
        assertEquals(2, faults.size(), faults::toString);
        for (String fault : faults) {
            assertTrue(fault.startsWith("<model>/scheduler/scheduler_config.json: "), fault);
        }
    }

    @Test
    void settingsOfAnotherTypeAreFaults() throws IOException {
        assertEquals(
                List.of(
                        "<model>/unet/config.json says that sample_size is [64,96]; it must be a positive whole number."
                                + " Export the model again.",
                        "<model>/vae_decoder/config.json says that scaling_factor is \"0.18\"; it must be a number."
                                + " Export the model again."),
                SpoiltModel.of("sd15", folder)
                        .set("unet/config.json", "sample_size", "[64, 96]")
                        .set("vae_decoder/config.json", "scaling_factor", "\"0.18\"")
                        .faults());
    }

    @Test
    void otherInputsAreToldWithThoseThatAreNeeded() throws IOException {
        byte[] unet = file(
                input("latents", FLOAT, NAMED, 4, NAMED, NAMED),
                input("timestep", INT64),
                input("prompt", FLOAT, NAMED, 77, 8),
                output("out_sample", FLOAT, NAMED, 4, NAMED, NAMED));
        assertEquals(
                List.of("<model>/unet/model.onnx has the inputs latents, timestep, prompt; it lacks sample,"
                        + " encoder_hidden_states. Export it again with Optimum or diffusers."),
                SpoiltModel.of("sd15", folder).write(UNET, unet).faults());
    }

    @Test
    void inputsThatNothingCanBeFedToAreFaults() throws IOException {
        byte[] encoder = file(
                input("input_ids", INT64, NAMED, 77),
                input("attention_mask", INT64, NAMED, 77),
                output("last_hidden_state", FLOAT, NAMED, 77, 8));
        assertEquals(
                List.of("<model>/text_encoder/model.onnx wants to be fed attention_mask, which isn't understood;"
                        + " understood are input_ids. Export it without."),
                SpoiltModel.of("sd15", folder).write(ENCODER, encoder).faults());
    }

    @Test
    void otherOutputsAreFaults() throws IOException {
        byte[] encoder = file(
                input("input_ids", INT64, NAMED, 77), output("a", FLOAT, NAMED, 77, 8), output("b", FLOAT, NAMED, 8));
        assertEquals(
                List.of("<model>/text_encoder/model.onnx has the outputs a, b; it needs last_hidden_state. Export it"
                        + " again with Optimum or diffusers."),
                SpoiltModel.of("sd15", folder).write(ENCODER, encoder).faults());
    }

    @Test
    void inputsOfOtherTypesAndShapesAreFaults() throws IOException {
        byte[] unet = file(
                input("sample", FLOAT, NAMED, 4, NAMED),
                input("timestep", BOOL),
                input("encoder_hidden_states", INT64, NAMED, 77, 8),
                output("out_sample", FLOAT, NAMED, 4, NAMED, NAMED));
        assertEquals(
                List.of(
                        "<model>/unet/model.onnx has the input sample of type float and shape [-1, 4, -1]; it must be"
                                + " float or float16, of four dimensions. Export it again with Optimum.",
                        "<model>/unet/model.onnx has the input timestep of type other and shape []; it must be float,"
                                + " float16, int32 or int64, a scalar or a vector. Export it again with Optimum.",
                        "<model>/unet/model.onnx has the input encoder_hidden_states of type int64 and shape [-1, 77,"
                                + " 8]; it must be float or float16, (batch, tokens, width). Export it again with"
                                + " Optimum."),
                SpoiltModel.of("sd15", folder).write(UNET, unet).faults());
    }

    @Test
    void aGraphAndItsConfigurationMustFit() throws IOException {
        assertEquals(
                List.of("<model>/unet/model.onnx has 8 in dimension 3 of encoder_hidden_states, but"
                        + " cross_attention_dim of <model>/unet/config.json is 1024; these files belong to different"
                        + " models, so fetch or export the model again."),
                SpoiltModel.of("sd15", folder)
                        .set("unet/config.json", "cross_attention_dim", "1024")
                        .faults());
    }

    @Test
    void modelsForInpaintingAreRefused() throws IOException {
        byte[] unet = file(
                input("sample", FLOAT, NAMED, 9, NAMED, NAMED),
                input("timestep", INT64),
                input("encoder_hidden_states", FLOAT, NAMED, 77, 8),
                output("out_sample", FLOAT, NAMED, 4, NAMED, NAMED));
        List<String> faults = SpoiltModel.of("sd15", folder)
                .write(UNET, unet)
                .delete("unet/config.json")
                .faults();
        assertTrue(
                faults.contains(
                        "<model>/unet/model.onnx takes 9 channels and answers 4; as many are expected, as models"
                                + " for inpainting, editing and upscaling are not understood. Take a model for text-to-image."),
                faults::toString);
    }

    @Test
    void aDecoderForOtherLatentsIsAFault() throws IOException {
        byte[] decoder = decoder(16, 3);
        assertEquals(
                List.of("<model>/vae_decoder/model.onnx decodes latents of 16 channels, but <model>/unet/model.onnx"
                        + " makes latents of 4; these files belong to different models, so fetch or export the model"
                        + " again."),
                SpoiltModel.of("sd15", folder)
                        .write(DECODER, decoder)
                        .unset("vae_decoder/config.json", "latent_channels")
                        .faults());
    }

    @Test
    void aDecoderOfOtherThanThreeColoursIsAFault() throws IOException {
        byte[] decoder = decoder(4, 1);
        assertEquals(
                List.of(
                        "<model>/vae_decoder/model.onnx makes pictures of 1 channels; it must be 3. Take another model."),
                SpoiltModel.of("sd15", folder).write(DECODER, decoder).faults());
    }

    @Test
    void aDecoderThatNormalisesLatentsIsAFault() throws IOException {
        assertEquals(
                List.of(
                        "<model>/vae_decoder/config.json has latents_mean and latents_std, which are not understood; take"
                                + " a model that has a scaling_factor only."),
                SpoiltModel.of("sd15", folder)
                        .set("vae_decoder/config.json", "latents_mean", "[0.1, 0.2, 0.3, 0.4]")
                        .faults());
    }

    @Test
    void aTextEncoderOfAnotherModelIsAFault() throws IOException {
        assertEquals(
                List.of(
                        "<model>/unet/model.onnx takes encoder_hidden_states of width 8, but the text encoder makes texts"
                                + " of width 12; these files belong to different models, so fetch or export the model again."),
                SpoiltModel.of("sd15", folder).take("text_encoder", "sd21").faults());
    }

    @Test
    void bothTextEncodersTogetherMustBeAsWideAsSdxlWants() throws IOException {
        List<String> faults = SpoiltModel.of("sdxl", folder)
                .set("text_encoder_2/config.json", "hidden_size", "16")
                .faults();
        assertTrue(
                faults.stream()
                        .anyMatch(fault -> fault.contains("hidden_size") || fault.contains("of width 20, but the")),
                faults::toString);
    }

    @Test
    void sdxlMustTellHowManyLayersItsEncodersHave() throws IOException {
        assertEquals(
                List.of("<model>/text_encoder/config.json does not tell num_hidden_layers, which SDXL needs; fetch or"
                        + " export the model again."),
                SpoiltModel.of("sdxl", folder)
                        .unset("text_encoder/config.json", "num_hidden_layers")
                        .faults());
    }

    @Test
    void sdxlWithoutStatesBeforeTheLastLayerIsAFault() throws IOException {
        byte[] encoder = file(
                input("input_ids", INT64, NAMED, 77),
                output("last_hidden_state", FLOAT, NAMED, 77, 8),
                output("pooler_output", FLOAT, NAMED, 8));
        assertEquals(
                List.of("<model>/text_encoder/model.onnx has the outputs last_hidden_state, pooler_output; it needs"
                        + " hidden_states.1. Export it again with Optimum or diffusers."),
                SpoiltModel.of("sdxl", folder).write(ENCODER, encoder).faults());
    }

    @Test
    void theWidthOfAnEmbeddedGuidanceScaleMustBeTold() throws IOException {
        byte[] unet = file(
                input("sample", FLOAT, NAMED, 4, NAMED, NAMED),
                input("timestep", INT64),
                input("encoder_hidden_states", FLOAT, NAMED, 77, 8),
                input("timestep_cond", FLOAT, NAMED, NAMED),
                output("out_sample", FLOAT, NAMED, 4, NAMED, NAMED));
        assertEquals(
                List.of(
                        "<model>/unet/config.json does not tell time_cond_proj_dim, which the input timestep_cond of the"
                                + " graph needs; fetch or export the model again."),
                SpoiltModel.of("lcm", folder)
                        .write(UNET, unet)
                        .unset("unet/config.json", "time_cond_proj_dim")
                        .faults());
    }

    @Test
    void aGraphThatIsCutShortIsAFault() throws IOException {
        byte[] decoder = decoder(4, 3);
        assertEquals(
                List.of("<model>/vae_decoder/model.onnx is cut short: it has %d bytes, but its parts need at least %d;"
                                .formatted(decoder.length - 9, decoder.length)
                        + " fetch or export it again."),
                SpoiltModel.of("sd15", folder)
                        .write(DECODER, decoder)
                        .cut(DECODER, 9)
                        .faults());
    }

    @Test
    void externalDataThatAreCutShortAreAFault() throws IOException {
        SpoiltModel model = SpoiltModel.of("sd21", folder);
        long size = Files.size(model.file("unet/model.onnx_data"));
        List<String> faults = model.cut("unet/model.onnx_data", 1).faults();
        assertEquals(
                List.of("<model>/unet/model.onnx_data is cut short: it has %d bytes, but <model>/unet/model.onnx has"
                                .formatted(size - 1)
                        + " weights in it up to " + size + "; fetch it again."),
                faults);
    }

    @ParameterizedTest
    @CsvSource({"../text_encoder/model.onnx", "/etc/passwd", "''", "."})
    void externalDataOutsideTheFolderOfTheGraphAreAFault(String location) throws IOException {
        byte[] decoder = file(
                externalWeights("w", location, "0", "1"),
                input("latent_sample", FLOAT, NAMED, 4, NAMED, NAMED),
                output("sample", FLOAT, NAMED, 3, NAMED, NAMED));
        assertEquals(
                List.of("<model>/vae_decoder/model.onnx has weights in \"" + location
                        + "\", which isn't a file in its own folder; export the model again."),
                SpoiltModel.of("sd15", folder).write(DECODER, decoder).faults());
    }

    @Test
    void aSafetyCheckerThatIsWantedMustBeThere() throws IOException {
        assertEquals(
                List.of(
                        "<model>/safety_checker/model.onnx is missing; fetch or export the model again, in ONNX format."),
                SpoiltModel.of("sd15", folder).delete("safety_checker").faults(true));
    }

    @Test
    void allFaultsAreToldAtOnce() throws IOException {
        List<String> faults = SpoiltModel.of("sd15", folder)
                .write("model_index.json", "{}")
                .delete("tokenizer/merges.txt")
                .write(ENCODER, "<html>")
                .cut(UNET, 10)
                .delete(DECODER)
                .unset("scheduler/scheduler_config.json", "_class_name")
                .faults();
        for (String part : List.of("model_index.json", "merges.txt", ENCODER, UNET, DECODER, "scheduler_config.json")) {
            assertTrue(faults.stream().anyMatch(fault -> fault.contains(part)), part + ": " + faults);
        }
    }

    private static byte[] decoder(int channels, int colours) {
        return file(
                input("latent_sample", FLOAT, NAMED, channels, NAMED, NAMED),
                output("sample", FLOAT, NAMED, colours, NAMED, NAMED));
    }

    private static List<String> faults(Path model) {
        return assertInstanceOf(ModelReading.Faulty.class, new ModelReader(model, false).read())
                .faults();
    }
}
