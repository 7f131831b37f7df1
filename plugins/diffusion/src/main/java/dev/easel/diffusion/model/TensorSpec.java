package dev.easel.diffusion.model;

import java.util.List;

/**
 * An input or output of a graph.
 *
 * @param name as the graph calls it
 * @param type its elements
 * @param shape its dimensions, {@link #FREE} where the graph leaves one open; empty for a scalar
 */
public record TensorSpec(String name, ElementType type, List<Long> shape) {

    /** A dimension that the graph leaves open. */
    public static final long FREE = -1;

    /** Makes its own copy of the shape. */
    public TensorSpec {
        shape = List.copyOf(shape);
    }
}
