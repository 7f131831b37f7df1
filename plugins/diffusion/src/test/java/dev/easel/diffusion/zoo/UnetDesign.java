package dev.easel.diffusion.zoo;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a UNet is built and what it is fed, in the words of diffusers' {@code UNet2DConditionModel}.
 *
 * @param inChannels how many channels the sample has
 * @param blockOutChannels the width of each level
 * @param attention which levels attend to the text; as many as there are levels
 * @param layersPerBlock how many residual layers a level has on the way down; one more on the way up
 * @param heads of every attention ({@code attention_head_dim} of Stable Diffusion 1.x means this)
 * @param groups {@code norm_num_groups}
 * @param contextWidth {@code cross_attention_dim}
 * @param guidanceWidth {@code time_cond_proj_dim}; empty where the guidance scale isn't embedded
 * @param added what SDXL adds; empty elsewhere
 * @param types the types of its tensors
 */
record UnetDesign(
        int inChannels,
        List<Integer> blockOutChannels,
        List<Boolean> attention,
        int layersPerBlock,
        int heads,
        int groups,
        int contextWidth,
        OptionalInt guidanceWidth,
        Optional<Added> added,
        Types types) {

    /** The number of channels of a latent. */
    static final int CHANNELS = 4;

    /** Stable Diffusion 1.5's own, of 859,520,964 parameters. */
    static UnetDesign stableDiffusion15(DataType floats) {
        return new UnetDesign(
                CHANNELS,
                List.of(320, 640, 1280, 1280),
                List.of(true, true, true, false),
                2,
                8,
                32,
                768,
                OptionalInt.empty(),
                Optional.empty(),
                Types.optimum(floats, DataType.INT64, "steps"));
    }

    /** One of a few thousand parameters. */
    static UnetDesign tiny(int contextWidth, OptionalInt guidanceWidth, Optional<Added> added, Types types) {
        return new UnetDesign(
                CHANNELS, List.of(4, 8), List.of(true, false), 1, 2, 2, contextWidth, guidanceWidth, added, types);
    }

    /**
     * What SDXL's UNet is told besides.
     *
     * @param pooledWidth the width of {@code text_embeds}
     * @param timeWidth {@code addition_time_embed_dim}, as which each of six sizes is embedded
     */
    record Added(int pooledWidth, int timeWidth) {
        /** The original size, the crop and the target size. */
        static final int TIME_IDS = 6;

        /** {@code projection_class_embeddings_input_dim}. */
        int width() {
            return pooledWidth + TIME_IDS * timeWidth;
        }
    }

    /**
     * The types of its tensors, which differ from exporter to exporter.
     *
     * @param floats the type of everything but the time
     * @param time the type of the time
     * @param timeShape the dimensions of the time; none for a scalar
     * @param batch how the first dimension is called
     * @param openChannels whether the number of channels of a latent is left open
     */
    record Types(DataType floats, DataType time, List<String> timeShape, String batch, boolean openChannels) {
        Types {
            timeShape = List.copyOf(timeShape);
        }

        /** Those of Optimum's exports. */
        static Types optimum(DataType floats, DataType time, String... timeShape) {
            return new Types(floats, time, List.of(timeShape), "batch_size", false);
        }

        /** Those of the exports of diffusers' script, which leaves more open. */
        static Types diffusers(DataType floats, DataType time, String... timeShape) {
            return new Types(floats, time, List.of(timeShape), "batch", true);
        }

        /** The second dimension of a latent. */
        String channels(int number) {
            return openChannels ? "channels" : String.valueOf(number);
        }
    }

    UnetDesign {
        blockOutChannels = List.copyOf(blockOutChannels);
        attention = List.copyOf(attention);
    }

    /** The same for a sample of more channels than a latent. */
    UnetDesign withInChannels(int channels) {
        return new UnetDesign(
                channels,
                blockOutChannels,
                attention,
                layersPerBlock,
                heads,
                groups,
                contextWidth,
                guidanceWidth,
                added,
                types);
    }

    /** How wide the time is embedded. */
    int timeWidth() {
        return 4 * blockOutChannels.get(0);
    }

    int levels() {
        return blockOutChannels.size();
    }
}
