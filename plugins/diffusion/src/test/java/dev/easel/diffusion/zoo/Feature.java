package dev.easel.diffusion.zoo;

/**
 * A value within a net.
 *
 * @param value its name in the graph
 * @param width how many channels it has, or how wide its last dimension is
 */
record Feature(String value, int width) {}
