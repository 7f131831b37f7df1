package dev.easel.diffusion.onnx;

import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;

/** How far the runtime rewrites a graph when it loads it, so that it computes faster. */
public enum GraphOptimization {
    /** Not at all. */
    NONE(OptLevel.NO_OPT),
    /** Constants are computed, what nobody needs is dropped. */
    BASIC(OptLevel.BASIC_OPT),
    /** Several operations become one, too. */
    EXTENDED(OptLevel.EXTENDED_OPT),
    /** The layout of tensors is made to fit this processor, too. */
    ALL(OptLevel.ALL_OPT);

    private final OptLevel level;

    GraphOptimization(OptLevel level) {
        this.level = level;
    }

    OptLevel level() {
        return level;
    }
}
