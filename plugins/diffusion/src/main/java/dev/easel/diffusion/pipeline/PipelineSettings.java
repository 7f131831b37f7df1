package dev.easel.diffusion.pipeline;

import dev.easel.diffusion.onnx.SessionSettings;
import dev.easel.diffusion.tokenizer.LongPrompt;

/**
 * How a pipeline works, whatever it makes.
 *
 * @param sessions how graphs are loaded and computed
 * @param longPrompt what becomes of prompts with more tokens than the text encoder reads at once
 * @param batchMemory how many bytes a call of the UNet may need beside the weights, about; images are made one by one
 *     where even two would need more
 * @param safetyChecker whether pictures are checked, where the model brings what can do that
 */
public record PipelineSettings(
        SessionSettings sessions, LongPrompt longPrompt, long batchMemory, boolean safetyChecker) {}
