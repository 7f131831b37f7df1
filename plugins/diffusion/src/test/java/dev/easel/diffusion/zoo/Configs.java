package dev.easel.diffusion.zoo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The configuration files of the parts of a model, with the keys that those of real models have. */
final class Configs {
    private Configs() {}

    /** As transformers writes it; real ones name wrong tokens, too, as the beginning and the end. */
    static ObjectNode textEncoder(TextEncoderDesign design) {
        String architecture = design.projection().isPresent() ? "CLIPTextModelWithProjection" : "CLIPTextModel";
        return Json.parse("""
                {
                  "architectures": ["%s"],
                  "attention_dropout": 0.0,
                  "bos_token_id": 0,
                  "dropout": 0.0,
                  "eos_token_id": 2,
                  "hidden_act": "gelu",
                  "hidden_size": %s,
                  "initializer_factor": 1.0,
                  "initializer_range": 0.02,
                  "intermediate_size": %s,
                  "layer_norm_eps": 1e-05,
                  "max_position_embeddings": %s,
                  "model_type": "clip_text_model",
                  "num_attention_heads": %s,
                  "num_hidden_layers": %s,
                  "pad_token_id": 1,
                  "projection_dim": %s,
                  "vocab_size": %s
                }
                """.formatted(
                        architecture,
                        design.width(),
                        2 * design.width(),
                        TextEncoderDesign.POSITIONS,
                        TextEncoderDesign.HEADS,
                        design.layers(),
                        design.projection().orElse(design.width()),
                        design.vocabulary()));
    }

    /** As diffusers writes it. */
    static ObjectNode unet(UnetDesign design, int latentSize) {
        ObjectNode config = Json.parse("""
                {
                  "_class_name": "UNet2DConditionModel",
                  "act_fn": "silu",
                  "center_input_sample": false,
                  "downsample_padding": 1,
                  "flip_sin_to_cos": true,
                  "freq_shift": 0,
                  "mid_block_scale_factor": 1,
                  "norm_eps": 1e-05
                }
                """);
        config.put("in_channels", design.inChannels()).put("out_channels", UnetDesign.CHANNELS);
        config.put("sample_size", latentSize)
                .put("layers_per_block", design.layersPerBlock())
                .put("attention_head_dim", design.heads())
                .put("norm_num_groups", design.groups())
                .put("cross_attention_dim", design.contextWidth());
        design.blockOutChannels().forEach(config.putArray("block_out_channels")::add);
        blockTypes(config.putArray("down_block_types"), "CrossAttnDownBlock2D", "DownBlock2D", design.attention());
        blockTypes(config.putArray("up_block_types"), "CrossAttnUpBlock2D", "UpBlock2D", reversed(design.attention()));
        design.guidanceWidth()
                .ifPresentOrElse(
                        width -> config.put("time_cond_proj_dim", width), () -> config.putNull("time_cond_proj_dim"));
        design.added().ifPresent(added -> add(config, added));
        return config;
    }

    private static void add(ObjectNode config, UnetDesign.Added added) {
        config.put("addition_embed_type", "text_time")
                .put("addition_time_embed_dim", added.timeWidth())
                .put("projection_class_embeddings_input_dim", added.width());
    }

    private static void blockTypes(ArrayNode to, String attending, String plain, List<Boolean> attention) {
        attention.forEach(attends -> to.add(attends ? attending : plain));
    }

    private static List<Boolean> reversed(List<Boolean> list) {
        List<Boolean> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    /** As diffusers writes it; that of Stable Diffusion 1.5 has no scaling factor, for which 0.18215 stands. */
    static ObjectNode decoder(int size) {
        return Json.parse("""
                {
                  "_class_name": "AutoencoderKL",
                  "act_fn": "silu",
                  "block_out_channels": [8, 8, 8, 8],
                  "down_block_types": [
                    "DownEncoderBlock2D", "DownEncoderBlock2D", "DownEncoderBlock2D", "DownEncoderBlock2D"
                  ],
                  "in_channels": 3,
                  "latent_channels": 4,
                  "layers_per_block": 1,
                  "norm_num_groups": 2,
                  "out_channels": 3,
                  "sample_size": %s,
                  "up_block_types": ["UpDecoderBlock2D", "UpDecoderBlock2D", "UpDecoderBlock2D", "UpDecoderBlock2D"]
                }
                """.formatted(size));
    }

    /** As diffusers writes it from 2023 on. */
    static ObjectNode decoder(int size, double scalingFactor) {
        return decoder(size).put("scaling_factor", scalingFactor);
    }

    /** CLIP's own. */
    static ObjectNode featureExtractor() {
        return Json.parse("""
                {
                  "crop_size": 224,
                  "do_center_crop": true,
                  "do_convert_rgb": true,
                  "do_normalize": true,
                  "do_resize": true,
                  "feature_extractor_type": "CLIPFeatureExtractor",
                  "image_mean": [0.48145466, 0.4578275, 0.40821073],
                  "image_std": [0.26862954, 0.26130258, 0.27577711],
                  "resample": 3,
                  "size": 224
                }
                """);
    }
}
