package dev.easel.diffusion.zoo;

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
        return new RandomModel(
                "sd15",
                ModelIndexes.diffusers("PNDMScheduler"),
                Schedulers.pndm(),
                List.of(plain(8, DataType.INT32, DataType.FLOAT, new TinyTokenizer(TinyTokenizer.END, true))),
                UnetDesign.tiny(8, OptionalInt.empty(), Optional.empty(), types),
                LATENT_SIZE,
                Optional.empty(),
                Configs.decoder(PICTURE_SIZE),
                true);
    }

    /** Everything in 16 bits, the time too, the weights beside the model, as vendors of graphics cards publish it. */
    private static RandomModel sd15Float16() {
        UnetDesign.Types types = UnetDesign.Types.diffusers(DataType.FLOAT16, DataType.FLOAT16, "1");
        return new RandomModel(
                "sd15-float16",
                ModelIndexes.diffusers("DPMSolverMultistepScheduler"),
                Schedulers.dpmSolver(),
                List.of(plain(8, DataType.INT32, DataType.FLOAT16, new TinyTokenizer(TinyTokenizer.END, true))),
                UnetDesign.tiny(8, OptionalInt.empty(), Optional.empty(), types),
                LATENT_SIZE,
                Optional.of("weights.pb"),
                Configs.decoder(PICTURE_SIZE, SCALING),
                false);
    }

    /** Stable Diffusion 2.1 by today's Optimum: tokens of 64 bits, the time a scalar, weights beside the model. */
    private static RandomModel sd21() {
        UnetDesign.Types types = UnetDesign.Types.optimum(DataType.FLOAT, DataType.INT64);
        return new RandomModel(
                "sd21",
                ModelIndexes.optimum("StableDiffusionPipeline", "DDIMScheduler"),
                Schedulers.velocity(),
                List.of(plain(12, DataType.INT64, DataType.FLOAT, new TinyTokenizer(PAD_FIRST, true))),
                UnetDesign.tiny(12, OptionalInt.empty(), Optional.empty(), types),
                LATENT_SIZE,
                Optional.of("model.onnx_data"),
                Configs.decoder(PICTURE_SIZE, SCALING),
                false);
    }

    /** SD-Turbo, by an exporter that takes the time as a real number. */
    private static RandomModel turbo() {
        UnetDesign.Types types = UnetDesign.Types.optimum(DataType.FLOAT, DataType.FLOAT, "steps");
        return new RandomModel(
                "turbo",
                ModelIndexes.optimum("StableDiffusionPipeline", "EulerDiscreteScheduler"),
                Schedulers.euler("trailing"),
                List.of(plain(12, DataType.INT64, DataType.FLOAT, new TinyTokenizer(PAD_FIRST, false))),
                UnetDesign.tiny(12, OptionalInt.empty(), Optional.empty(), types),
                LATENT_SIZE,
                Optional.empty(),
                Configs.decoder(PICTURE_SIZE, SCALING),
                false);
    }

    /** LCM-Dreamshaper by Optimum of 2023: the time a vector, the guidance scale embedded. */
    private static RandomModel lcm() {
        UnetDesign.Types types = UnetDesign.Types.optimum(DataType.FLOAT, DataType.INT64, "steps");
        return new RandomModel(
                "lcm",
                ModelIndexes.optimum("LatentConsistencyModelPipeline", "LCMScheduler"),
                Schedulers.lcm(),
                List.of(plain(8, DataType.INT32, DataType.FLOAT, new TinyTokenizer(TinyTokenizer.END, false))),
                UnetDesign.tiny(8, OptionalInt.of(256), Optional.empty(), types),
                LATENT_SIZE,
                Optional.empty(),
                Configs.decoder(PICTURE_SIZE, SCALING),
                false);
    }

    /** SDXL by Optimum of 2023: tokens of 32 and of 64 bits, the time a vector. */
    private static RandomModel sdxl() {
        UnetDesign.Types types = UnetDesign.Types.optimum(DataType.FLOAT, DataType.INT64, "steps");
        return new RandomModel(
                "sdxl",
                ModelIndexes.optimumXl("StableDiffusionXLPipeline", "EulerDiscreteScheduler"),
                Schedulers.euler("leading"),
                encodersXl(DataType.INT32, DataType.FLOAT),
                unetXl(types),
                LATENT_SIZE,
                Optional.of("model.onnx_data"),
                Configs.decoder(PICTURE_SIZE, SCALING_XL).put("force_upcast", true),
                false);
    }

    /** SDXL-Turbo by today's Optimum, in 16 bits: the time a scalar. */
    private static RandomModel sdxlTurbo() {
        UnetDesign.Types types = UnetDesign.Types.optimum(DataType.FLOAT16, DataType.INT64);
        return new RandomModel(
                "sdxl-turbo",
                ModelIndexes.optimumXl("ORTStableDiffusionXLPipeline", "EulerAncestralDiscreteScheduler"),
                Schedulers.eulerAncestral(),
                encodersXl(DataType.INT64, DataType.FLOAT16),
                unetXl(types),
                LATENT_SIZE,
                Optional.empty(),
                Configs.decoder(PICTURE_SIZE, SCALING_XL),
                false);
    }

    private static RandomModel.Encoder plain(int width, DataType ids, DataType floats, TinyTokenizer tokenizer) {
        return new RandomModel.Encoder(
                new TextEncoderDesign(VOCABULARY, width, 2, OptionalInt.empty(), false, ids, floats), tokenizer);
    }

    private static List<RandomModel.Encoder> encodersXl(DataType firstIds, DataType floats) {
        return List.of(
                new RandomModel.Encoder(
                        new TextEncoderDesign(VOCABULARY, 8, 2, OptionalInt.empty(), true, firstIds, floats),
                        new TinyTokenizer(TinyTokenizer.END, false)),
                new RandomModel.Encoder(
                        new TextEncoderDesign(VOCABULARY, 12, 3, OptionalInt.of(16), true, DataType.INT64, floats),
                        new TinyTokenizer(PAD_FIRST, false)));
    }

    private static UnetDesign unetXl(UnetDesign.Types types) {
        return UnetDesign.tiny(20, OptionalInt.empty(), Optional.of(new UnetDesign.Added(16, 8)), types);
    }
}
