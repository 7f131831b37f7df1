package dev.easel.diffusion.tokenizer;

/** CLIP's byte-pair encoding of prompts; immutable, safe for use by several threads. */
public final class ClipTokenizer {
    private ClipTokenizer() {}
}
