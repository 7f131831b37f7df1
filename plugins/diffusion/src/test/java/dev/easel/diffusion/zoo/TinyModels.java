package dev.easel.diffusion.zoo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The tiny models of every family, each with the peculiarities of another exporter. */
final class TinyModels {
    private static final int LATENT_SIZE = 8;
    private static final int PICTURE_SIZE = LATENT_SIZE * DecoderGraph.MAGNIFICATION;
    private static final String PAD_FIRST = "!";
    private static final int VOCABULARY = TinyTokenizer.vocabulary().size();
    private static final double SCALING = 0.18215;
    private static final double SCALING_XL = 0.13025;

    private TinyModels() {}

    static List<RandomModel> all() {
        return List.of(sd15(), sd15Float16(), sd21(), turbo(), lcm(), sdxl(), sdxlTurbo());
    }

    /** Finds the one that a folder is named after. */
    static RandomModel named(Path folder) {
        String name = folder.getFileName().toString();
        return all().stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Stable Diffusion 1.5 by diffusers' script: tokens of 32 bits, a time for each of the batch, a safety checker. */
    private static RandomModel sd15() {
        UnetDesign.Types types = UnetDesign.Types.diffusers(DataType.FLOAT, DataType.INT64, "batch");
        return model(
                        "sd15",
                        ModelIndexes.diffusers("PNDMScheduler"),
                        Schedulers.pndm(),
                        plain(8, DataType.INT32, types, new TinyTokenizer(TinyTokenizer.END, true)),
                        unet(8, types))
                .withDecoder(Configs.decoder(PICTURE_SIZE))
                .withSafetyChecker();
    }

    /** Everything in 16 bits, the time too, the weights beside the model, as vendors of graphics cards publish it. */
    private static RandomModel sd15Float16() {
        UnetDesign.Types types = UnetDesign.Types.diffusers(DataType.FLOAT16, DataType.FLOAT16, "1");
        return model(
                        "sd15-float16",
                        ModelIndexes.diffusers("DPMSolverMultistepScheduler"),
                        Schedulers.dpmSolver(),
                        plain(8, DataType.INT32, types, new TinyTokenizer(TinyTokenizer.END, true)),
                        unet(8, types))
                .withUnetData("weights.pb");
    }

    /** Stable Diffusion 2.1 by today's Optimum: tokens of 64 bits, the time a scalar, weights beside the model. */
    private static RandomModel sd21() {
        UnetDesign.Types types = UnetDesign.Types.optimum(DataType.FLOAT, DataType.INT64);
        return model(
                        "sd21",
                        ModelIndexes.optimum("StableDiffusionPipeline", "DDIMScheduler"),
                        Schedulers.velocity(),
                        plain(12, DataType.INT64, types, new TinyTokenizer(PAD_FIRST, true)),
                        unet(12, types))
                .withUnetData("model.onnx_data");
    }

    /** SD-Turbo, by an exporter that takes the time as a real number. */
    private static RandomModel turbo() {
        UnetDesign.Types types = UnetDesign.Types.optimum(DataType.FLOAT, DataType.FLOAT, "steps");
        return model(
                "turbo",
                ModelIndexes.optimum("StableDiffusionPipeline", "EulerDiscreteScheduler"),
                Schedulers.euler("trailing"),
                plain(12, DataType.INT64, types, new TinyTokenizer(PAD_FIRST, false)),
                unet(12, types));
    }

    /** LCM-Dreamshaper by Optimum of 2023: the time a vector, the guidance scale embedded. */
    private static RandomModel lcm() {
        UnetDesign.Types types = UnetDesign.Types.optimum(DataType.FLOAT, DataType.INT64, "steps");
        return model(
                "lcm",
                ModelIndexes.optimum("LatentConsistencyModelPipeline", "LCMScheduler"),
                Schedulers.lcm(),
                plain(8, DataType.INT32, types, new TinyTokenizer(TinyTokenizer.END, false)),
                UnetDesign.tiny(8, OptionalInt.of(256), Optional.empty(), types));
    }

    /** SDXL by Optimum of 2023: tokens of 32 and of 64 bits, the time a vector. */
    private static RandomModel sdxl() {
        UnetDesign.Types types = UnetDesign.Types.optimum(DataType.FLOAT, DataType.INT64, "steps");
        return model(
                        "sdxl",
                        ModelIndexes.optimumXl("StableDiffusionXLPipeline", "EulerDiscreteScheduler"),
                        Schedulers.euler("leading"),
                        encodersXl(DataType.INT32, types),
                        unetXl(types))
                .withUnetData("model.onnx_data")
                .withDecoder(Configs.decoder(PICTURE_SIZE, SCALING_XL).put("force_upcast", true));
    }

    /** SDXL-Turbo by today's Optimum, in 16 bits: the time a scalar. */
    private static RandomModel sdxlTurbo() {
        UnetDesign.Types types = UnetDesign.Types.optimum(DataType.FLOAT16, DataType.INT64);
        return model(
                        "sdxl-turbo",
                        ModelIndexes.optimumXl("ORTStableDiffusionXLPipeline", "EulerAncestralDiscreteScheduler"),
                        Schedulers.eulerAncestral(),
                        encodersXl(DataType.INT64, types),
                        unetXl(types))
                .withDecoder(Configs.decoder(PICTURE_SIZE, SCALING_XL));
    }

    private static RandomModel model(
            String name,
            ObjectNode modelIndex,
            ObjectNode scheduler,
            List<RandomModel.Encoder> encoders,
            UnetDesign unet) {
        ObjectNode decoder = Configs.decoder(PICTURE_SIZE, SCALING);
        return new RandomModel(
                name, modelIndex, scheduler, encoders, unet, LATENT_SIZE, Optional.empty(), decoder, false);
    }

    private static List<RandomModel.Encoder> plain(
            int width, DataType ids, UnetDesign.Types types, TinyTokenizer tokenizer) {
        return List.of(new RandomModel.Encoder(
                new TextEncoderDesign(VOCABULARY, width, 2, OptionalInt.empty(), false, ids, types.floats()),
                tokenizer));
    }

    private static List<RandomModel.Encoder> encodersXl(DataType firstIds, UnetDesign.Types types) {
        DataType floats = types.floats();
        return List.of(
                new RandomModel.Encoder(
                        new TextEncoderDesign(VOCABULARY, 8, 2, OptionalInt.empty(), true, firstIds, floats),
                        new TinyTokenizer(TinyTokenizer.END, false)),
                new RandomModel.Encoder(
                        new TextEncoderDesign(VOCABULARY, 12, 3, OptionalInt.of(16), true, DataType.INT64, floats),
                        new TinyTokenizer(PAD_FIRST, false)));
    }

    private static UnetDesign unet(int contextWidth, UnetDesign.Types types) {
        return UnetDesign.tiny(contextWidth, OptionalInt.empty(), Optional.empty(), types);
    }

    private static UnetDesign unetXl(UnetDesign.Types types) {
        return UnetDesign.tiny(20, OptionalInt.empty(), Optional.of(new UnetDesign.Added(16, 8)), types);
    }
}
