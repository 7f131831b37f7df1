package dev.easel.diffusion.zoo;

import com.fasterxml.jackson.databind.node.ObjectNode;

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
        return Json.parse("""
                {
                  "_class_name": "%s",
                  "_diffusers_version": "0.24.0",
                  "force_zeros_for_empty_prompt": true,
                  "scheduler": ["diffusers", "%s"],
                  "text_encoder": ["transformers", "CLIPTextModel"],
                  "text_encoder_2": ["transformers", "CLIPTextModelWithProjection"],
                  "tokenizer": ["transformers", "CLIPTokenizer"],
                  "tokenizer_2": ["transformers", "CLIPTokenizer"],
                  "unet": ["diffusers", "UNet2DConditionModel"],
                  "vae": ["diffusers", "AutoencoderKL"]
                }
                """.formatted(pipeline, scheduler));
    }
}
