package dev.easel.diffusion.zoo;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The tiny models of every family, each with the peculiarities of another exporter. */
final class TinyModels {
    private static final String PAD_FIRST = "!";
    private static final int VOCABULARY = TinyTokenizer.vocabulary().size();
    private static final double SCALING = 0.18215;
    private static final double SCALING_XL = 0.13025;

    private TinyModels() {}

    static List<TinyModel> all() {
        return List.of(sd15(), sd15Float16(), sd21(), turbo(), lcm(), sdxl(), sdxlTurbo());
    }

    /** Stable Diffusion 1.5 by diffusers' script: tokens of 32 bits, a time for each of the batch, a safety checker. */
    private static TinyModel sd15() {
        UnetDesign.Types types = UnetDesign.Types.diffusers(DataType.FLOAT, DataType.INT64, "batch");
        return new TinyModel(
                "sd15",
                ModelIndexes.diffusers("PNDMScheduler"),
                Schedulers.pndm(),
                List.of(plain(8, DataType.INT32, DataType.FLOAT, new TinyTokenizer(TinyTokenizer.END, true))),
                UnetDesign.tiny(8, OptionalInt.empty(), Optional.empty(), types),
                Optional.empty(),
                Configs.decoder(),
                true);
    }

    /** Everything in 16 bits, the time too, the weights beside the model, as vendors of graphics cards publish it. */
    private static TinyModel sd15Float16() {
        UnetDesign.Types types = UnetDesign.Types.diffusers(DataType.FLOAT16, DataType.FLOAT16, "1");
        return new TinyModel(
                "sd15-float16",
                ModelIndexes.diffusers("DPMSolverMultistepScheduler"),
                Schedulers.dpmSolver(),
                List.of(plain(8, DataType.INT32, DataType.FLOAT16, new TinyTokenizer(TinyTokenizer.END, true))),
                UnetDesign.tiny(8, OptionalInt.empty(), Optional.empty(), types),
                Optional.of("weights.pb"),
                Configs.decoder(SCALING),
                false);
    }

    /** Stable Diffusion 2.1 by today's Optimum: tokens of 64 bits, the time a scalar, weights beside the model. */
    private static TinyModel sd21() {
        UnetDesign.Types types = UnetDesign.Types.optimum(DataType.FLOAT, DataType.INT64);
        return new TinyModel(
                "sd21",
                ModelIndexes.optimum("StableDiffusionPipeline", "DDIMScheduler"),
                Schedulers.velocity(),
                List.of(plain(12, DataType.INT64, DataType.FLOAT, new TinyTokenizer(PAD_FIRST, true))),
                UnetDesign.tiny(12, OptionalInt.empty(), Optional.empty(), types),
                Optional.of("model.onnx_data"),
                Configs.decoder(SCALING),
                false);
    }

    /** SD-Turbo, by an exporter that takes the time as a real number. */
    private static TinyModel turbo() {
        UnetDesign.Types types = UnetDesign.Types.optimum(DataType.FLOAT, DataType.FLOAT, "steps");
        return new TinyModel(
                "turbo",
                ModelIndexes.optimum("StableDiffusionPipeline", "EulerDiscreteScheduler"),
                Schedulers.euler("trailing"),
                List.of(plain(12, DataType.INT64, DataType.FLOAT, new TinyTokenizer(PAD_FIRST, false))),
                UnetDesign.tiny(12, OptionalInt.empty(), Optional.empty(), types),
                Optional.empty(),
                Configs.decoder(SCALING),
                false);
    }

    /** LCM-Dreamshaper by Optimum of 2023: the time a vector, the guidance scale embedded. */
    private static TinyModel lcm() {
        UnetDesign.Types types = UnetDesign.Types.optimum(DataType.FLOAT, DataType.INT64, "steps");
        return new TinyModel(
                "lcm",
                ModelIndexes.optimum("LatentConsistencyModelPipeline", "LCMScheduler"),
                Schedulers.lcm(),
                List.of(plain(8, DataType.INT32, DataType.FLOAT, new TinyTokenizer(TinyTokenizer.END, false))),
                UnetDesign.tiny(8, OptionalInt.of(256), Optional.empty(), types),
                Optional.empty(),
                Configs.decoder(SCALING),
                false);
    }

    /** SDXL by Optimum of 2023: tokens of 32 and of 64 bits, the time a vector. */
    private static TinyModel sdxl() {
        UnetDesign.Types types = UnetDesign.Types.optimum(DataType.FLOAT, DataType.INT64, "steps");
        return new TinyModel(
                "sdxl",
                ModelIndexes.optimumXl("StableDiffusionXLPipeline", "EulerDiscreteScheduler"),
                Schedulers.euler("leading"),
                encodersXl(DataType.INT32, DataType.FLOAT),
                unetXl(types),
                Optional.of("model.onnx_data"),
                Configs.decoder(SCALING_XL).put("force_upcast", true),
                false);
    }

    /** SDXL-Turbo by today's Optimum, in 16 bits: the time a scalar. */
    private static TinyModel sdxlTurbo() {
        UnetDesign.Types types = UnetDesign.Types.optimum(DataType.FLOAT16, DataType.INT64);
        return new TinyModel(
                "sdxl-turbo",
                ModelIndexes.optimumXl("ORTStableDiffusionXLPipeline", "EulerAncestralDiscreteScheduler"),
                Schedulers.eulerAncestral(),
                encodersXl(DataType.INT64, DataType.FLOAT16),
                unetXl(types),
                Optional.empty(),
                Configs.decoder(SCALING_XL),
                false);
    }

    private static TinyModel.Encoder plain(int width, DataType ids, DataType floats, TinyTokenizer tokenizer) {
        return new TinyModel.Encoder(
                new TextEncoderDesign(VOCABULARY, width, 2, OptionalInt.empty(), false, ids, floats), tokenizer);
    }

    private static List<TinyModel.Encoder> encodersXl(DataType firstIds, DataType floats) {
        return List.of(
                new TinyModel.Encoder(
                        new TextEncoderDesign(VOCABULARY, 8, 2, OptionalInt.empty(), true, firstIds, floats),
                        new TinyTokenizer(TinyTokenizer.END, false)),
                new TinyModel.Encoder(
                        new TextEncoderDesign(VOCABULARY, 12, 3, OptionalInt.of(16), true, DataType.INT64, floats),
                        new TinyTokenizer(PAD_FIRST, false)));
    }

    private static UnetDesign unetXl(UnetDesign.Types types) {
        return UnetDesign.tiny(20, OptionalInt.empty(), Optional.of(new UnetDesign.Added(16, 8)), types);
    }
}
