package dev.easel.diffusion.zoo;

import java.util.List;
import java.util.Optional;

/** Attention of one sequence to another, or to itself. */
final class Attention {
    private final Layers layers;
    private final GraphBuilder graph;
    private final int heads;

    /**
     * Adds to a net.
     *
     * @param heads how many heads; divides every width
     */
    Attention(Layers layers, int heads) {
        this.layers = layers;
        this.graph = layers.graph();
        this.heads = heads;
    }

    /** Cross attention without biases but the last one, as in diffusers' {@code Attention}. */
    Feature cross(String name, Feature x, Feature context) {
        Feature mixed = attend(
                layers.project(name + ".to_q", x, x.width()),
                layers.project(name + ".to_k", context, x.width()),
                layers.project(name + ".to_v", context, x.width()),
                Optional.empty());
        return layers.linear(name + ".to_out.0", mixed, x.width());
    }

    /**
     * Self attention with biases, as in CLIP.
     *
     * @param mask is added to what the tokens think of each other
     */
    Feature self(String name, Feature x, String mask) {
        Feature mixed = attend(
                layers.linear(name + ".q_proj", x, x.width()),
                layers.linear(name + ".k_proj", x, x.width()),
                layers.linear(name + ".v_proj", x, x.width()),
                Optional.of(mask));
        return layers.linear(name + ".out_proj", mixed, x.width());
    }

    private Feature attend(Feature query, Feature key, Feature value, Optional<String> mask) {
        String products = graph.node("MatMul", List.of(split(query, 0, 2, 1, 3), split(key, 0, 2, 3, 1)));
        double scale = 1 / Math.sqrt((double) query.width() / heads);
        String scores = graph.node("Mul", List.of(products, graph.scalar(scale)));
        String masked = mask.map(m -> graph.node("Add", List.of(scores, m))).orElse(scores);
        String shares = graph.node("Softmax", List.of(masked), Attribute.of("axis", -1L));
        String mixed = graph.node("MatMul", List.of(shares, split(value, 0, 2, 1, 3)));
        String tokens = graph.node("Transpose", List.of(mixed), Attribute.ofAll("perm", 0, 2, 1, 3));
        String joined = graph.node("Reshape", List.of(tokens, graph.longs(0, -1, value.width())));
        return new Feature(joined, value.width());
    }

    private String split(Feature x, long... order) {
        String shape = graph.longs(0, -1, heads, x.width() / heads);
        String split = graph.node("Reshape", List.of(x.value(), shape));
        return graph.node("Transpose", List.of(split), Attribute.ofAll("perm", order));
    }
}
