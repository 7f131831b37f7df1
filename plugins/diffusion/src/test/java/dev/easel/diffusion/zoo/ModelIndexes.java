package dev.easel.diffusion.zoo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** {@code model_index.json} as each exporter writes it. */
final class ModelIndexes {
    private ModelIndexes() {}

    /** By the first exporter, diffusers' own script. */
    static ObjectNode diffusers(String scheduler) {
        return Json.parse("""
                {
                  "_class_name": "OnnxStableDiffusionPipeline",
                  "_diffusers_version": "0.6.0",
                  "feature_extractor": ["transformers", "CLIPFeatureExtractor"],
                  "safety_checker": ["diffusers", "OnnxRuntimeModel"],
                  "scheduler": ["diffusers", "%s"],
                  "text_encoder": ["diffusers", "OnnxRuntimeModel"],
                  "tokenizer": ["transformers", "CLIPTokenizer"],
                  "unet": ["diffusers", "OnnxRuntimeModel"],
                  "vae_decoder": ["diffusers", "OnnxRuntimeModel"],
                  "vae_encoder": ["diffusers", "OnnxRuntimeModel"]
                }
                """.formatted(scheduler));
    }

    /** By Optimum's command line, which keeps that of the original. */
    static ObjectNode optimum(String pipeline, String scheduler) {
        return Json.parse("""
                {
                  "_class_name": "%s",
                  "_diffusers_version": "0.24.0",
                  "feature_extractor": [null, null],
                  "requires_safety_checker": false,
                  "safety_checker": [null, null],
                  "scheduler": ["diffusers", "%s"],
                  "text_encoder": ["transformers", "CLIPTextModel"],
                  "tokenizer": ["transformers", "CLIPTokenizer"],
                  "unet": ["diffusers", "UNet2DConditionModel"],
                  "vae": ["diffusers", "AutoencoderKL"]
                }
                """.formatted(pipeline, scheduler));
    }

    /** By Optimum for SDXL. */
    static ObjectNode optimumXl(String pipeline, String scheduler) {
        ObjectNode index = optimum(pipeline, scheduler);
        index.remove(List.of("requires_safety_checker", "safety_checker"));
        index.set("text_encoder_2", index.get("text_encoder"));
        index.set("tokenizer_2", index.get("tokenizer"));
        return index.put("force_zeros_for_empty_prompt", true);
    }
}
