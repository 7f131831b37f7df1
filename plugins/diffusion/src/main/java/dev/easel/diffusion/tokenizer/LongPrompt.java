package dev.easel.diffusion.tokenizer;

/** What becomes of a prompt with more tokens than the text encoder reads at once. */
public enum LongPrompt {
    /** The tokens that don't fit are left out, and counted. */
    CUT,
    /** The tokens are spread over as many windows as they need. */
    WINDOWS
}
