package dev.easel.diffusion.zoo;

import java.util.List;

/** The layers that the nets are made of, with random weights; written as PyTorch's exporter writes them. */
final class Layers {
    private static final double EPSILON = 1e-5;

    private final GraphBuilder graph;
    private final long seed;

    /**
     * Adds to a graph.
     *
     * @param seed other seeds give other weights
     */
    Layers(GraphBuilder graph, long seed) {
        this.graph = graph;
        this.seed = seed;
    }

    GraphBuilder graph() {
        return graph;
    }

    /** Weights of the deviation that keeps the size of what passes through them. */
    String weight(String name, long inputs, long... shape) {
        return graph.weight(name, random(name, 1 / Math.sqrt((double) inputs)), shape);
    }

    Feature conv(String name, Feature x, int channels, int kernel, int stride) {
        long fan = (long) x.width() * kernel * kernel;
        int pad = kernel / 2;
        String weight = weight(name + ".weight", fan, channels, x.width(), kernel, kernel);
        String y = graph.node(
                "Conv",
                List.of(x.value(), weight, bias(name, channels)),
                Attribute.ofAll("kernel_shape", kernel, kernel),
                Attribute.ofAll("strides", stride, stride),
                Attribute.ofAll("pads", pad, pad, pad, pad));
        return new Feature(y, channels);
    }

    Feature linear(String name, Feature x, int width) {
        Feature y = project(name, x, width);
        return add(y, new Feature(bias(name, width), width));
    }

    /** A linear layer without bias. */
    Feature project(String name, Feature x, int width) {
        String weight = weight(name + ".weight", x.width(), x.width(), width);
        return new Feature(graph.node("MatMul", List.of(x.value(), weight)), width);
    }

    /** Group normalisation by instance normalisation, for images. */
    Feature groupNorm(String name, Feature x, int groups) {
        String shape = graph.node("Shape", List.of(x.value()));
        String grouped = graph.node("Reshape", List.of(x.value(), graph.longs(0, groups, -1)));
        String ones = graph.weight("ones_" + groups, Elements.constant(1), groups);
        String zeros = graph.weight("zeros_" + groups, Elements.constant(0), groups);
        String normal = graph.node(
                "InstanceNormalization", List.of(grouped, ones, zeros), Attribute.of("epsilon", (float) EPSILON));
        String back = graph.node("Reshape", List.of(normal, shape));
        String scaled = graph.node("Mul", List.of(back, gain(name, x.width(), 1, 1)));
        return new Feature(graph.node("Add", List.of(scaled, bias(name, x.width(), 1, 1))), x.width());
    }

    Feature layerNorm(String name, Feature x) {
        String y = graph.node(
                "LayerNormalization",
                List.of(x.value(), gain(name, x.width()), bias(name, x.width())),
                Attribute.of("axis", -1L),
                Attribute.of("epsilon", (float) EPSILON));
        return new Feature(y, x.width());
    }

    Feature silu(Feature x) {
        String gate = graph.node("Sigmoid", List.of(x.value()));
        return new Feature(graph.node("Mul", List.of(x.value(), gate)), x.width());
    }

    /** The exact Gaussian error linear unit. */
    Feature gelu(Feature x) {
        String scaled = graph.node("Div", List.of(x.value(), graph.scalar(Math.sqrt(2))));
        String gate = graph.node("Add", List.of(graph.node("Erf", List.of(scaled)), graph.scalar(1)));
        String doubled = graph.node("Mul", List.of(x.value(), gate));
        return new Feature(graph.node("Mul", List.of(doubled, graph.scalar(0.5))), x.width());
    }

    Feature add(Feature a, Feature b) {
        return new Feature(graph.node("Add", List.of(a.value(), b.value())), a.width());
    }

    Feature concat(Feature a, Feature b) {
        String y = graph.node("Concat", List.of(a.value(), b.value()), Attribute.of("axis", 1L));
        return new Feature(y, a.width() + b.width());
    }

    private String gain(String name, long... shape) {
        Elements change = random(name + ".weight", 0.1);
        return graph.weight(name + ".weight", index -> 1 + change.at(index), shape);
    }

    private String bias(String name, long... shape) {
        return graph.weight(name + ".bias", random(name + ".bias", 0.05), shape);
    }

    private Elements random(String name, double deviation) {
        return Elements.random(seed * 31 + name.hashCode(), deviation);
    }
}
