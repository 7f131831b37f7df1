package dev.easel.diffusion.zoo;

import java.util.List;
import java.util.stream.DoubleStream;

/** Numbers as waves of many lengths, as in diffusers' {@code Timesteps} with {@code flip_sin_to_cos}. */
final class TimeSteps {
    private static final double LONGEST = 10_000;

    private final GraphBuilder graph;

    TimeSteps(GraphBuilder graph) {
        this.graph = graph;
    }

    /**
     * Embeds every element of a tensor.
     *
     * @param numbers a tensor of any type and shape
     * @param width how many numbers each becomes, an even number
     * @return of shape (elements, width), in the graph's type; computed in 32 bits
     */
    Feature embed(String numbers, int width) {
        String real = graph.node("Cast", List.of(numbers), Attribute.of("to", DataType.FLOAT.number()));
        String column = graph.node("Reshape", List.of(real, graph.longs(-1, 1)));
        String angles = graph.node("Mul", List.of(column, frequencies(width / 2)));
        String waves = graph.node(
                "Concat",
                List.of(graph.node("Cos", List.of(angles)), graph.node("Sin", List.of(angles))),
                Attribute.of("axis", 1L));
        String cast = graph.node(
                "Cast", List.of(waves), Attribute.of("to", graph.floats().number()));
        return new Feature(cast, width);
    }

    private String frequencies(int count) {
        double[] values = DoubleStream.iterate(0, i -> i + 1)
                .limit(count)
                .map(i -> StrictMath.pow(LONGEST, -i / count))
                .toArray();
        return graph.constant("frequencies_" + count, DataType.FLOAT, Elements.of(values), 1, count);
    }
}
