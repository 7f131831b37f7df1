package dev.easel.diffusion.model;

/** The types of tensors that the inputs and outputs of Stable Diffusion's graphs have. */
public enum ElementType {
    /** 32 bits. */
    FLOAT,
    /** 16 bits. */
    FLOAT16,
    /** Whole numbers of 32 bits. */
    INT32,
    /** Whole numbers of 64 bits. */
    INT64,
    /** Anything else, which nothing here can feed or read. */
    OTHER
}
