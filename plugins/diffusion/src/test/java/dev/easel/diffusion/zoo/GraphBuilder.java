package dev.easel.diffusion.zoo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Puts a graph together, node after node; values are called by their names. */
final class GraphBuilder {
    private static final int NODE_INPUT = 1;
    private static final int NODE_OUTPUT = 2;
    private static final int NODE_OPERATOR = 4;
    private static final int NODE_ATTRIBUTE = 5;

    private final DataType floats;
    private final List<ProtoMessage> nodes = new ArrayList<>();
    private final Map<String, Initializer> initializers = new LinkedHashMap<>();
    private final List<ProtoMessage> inputs = new ArrayList<>();
    private final List<ProtoMessage> outputs = new ArrayList<>();
    private int values;

    /**
     * Begins a graph.
     *
     * @param floats what its weights are, {@link DataType#FLOAT} or {@link DataType#FLOAT16}
     */
    GraphBuilder(DataType floats) {
        this.floats = floats;
    }

    DataType floats() {
        return floats;
    }

    /**
     * Declares an input.
     *
     * @param dimensions numbers where they are fixed, names where they are open
     * @return its name
     */
    String input(String name, DataType type, String... dimensions) {
        inputs.add(valueInfo(name, type, dimensions));
        return name;
    }

    /** Declares a value to be an output, under another name. */
    void output(String value, String name, DataType type, String... dimensions) {
        nodes.add(node("Identity", List.of(value), List.of(name)));
        outputs.add(valueInfo(name, type, dimensions));
    }

    /** Adds weights in the graph's type. */
    String weight(String name, Elements elements, long... shape) {
        return constant(name, floats, elements, shape);
    }

    /** Adds a single number in the graph's type, once. */
    String scalar(double value) {
        return weight("scalar_" + value, Elements.constant(value));
    }

    /** Adds a vector of whole numbers, such as a shape, once. */
    String longs(long... values) {
        String name = "longs_"
                + LongStream.of(values)
                        .mapToObj(Long::toString)
                        .reduce((a, b) -> a + "_" + b)
                        .orElse("");
        return constant(name, DataType.INT64, index -> values[(int) index], values.length);
    }

    /** Adds a constant of any type, or finds the one of that name. */
    String constant(String name, DataType type, Elements elements, long... shape) {
        List<Long> dimensions = LongStream.of(shape).boxed().toList();
        initializers.putIfAbsent(name, new Initializer(name, type, dimensions, elements));
        return name;
    }

    /** Adds a node with one output, and returns that. */
    String node(String operator, List<String> inputs, Attribute... attributes) {
        return nodes(operator, 1, inputs, attributes).get(0);
    }

    /** Adds a node with several outputs, and returns them. */
    List<String> nodes(String operator, int outputs, List<String> inputs, Attribute... attributes) {
        List<String> names = IntStream.range(0, outputs)
                .mapToObj(output -> operator + "_" + values++)
                .toList();
        nodes.add(node(operator, inputs, names, attributes));
        return names;
    }

    Graph build() {
        return new Graph(nodes, List.copyOf(initializers.values()), inputs, outputs);
    }

    private static ProtoMessage node(
            String operator, List<String> inputs, List<String> outputs, Attribute... attributes) {
        ProtoMessage node = new ProtoMessage();
        inputs.forEach(input -> node.text(NODE_INPUT, input));
        outputs.forEach(output -> node.text(NODE_OUTPUT, output));
        node.text(NODE_OPERATOR, operator);
        for (Attribute attribute : attributes) {
            node.message(NODE_ATTRIBUTE, attribute.proto());
        }
        return node;
    }

    private static ProtoMessage valueInfo(String name, DataType type, String... dimensions) {
        ProtoMessage shape = new ProtoMessage();
        for (String dimension : dimensions) {
            shape.message(1, dimension(dimension));
        }
        ProtoMessage tensor = new ProtoMessage().number(1, type.number()).message(2, shape);
        return new ProtoMessage().text(1, name).message(2, new ProtoMessage().message(1, tensor));
    }

    private static ProtoMessage dimension(String dimension) {
        return Character.isDigit(dimension.charAt(0))
                ? new ProtoMessage().number(1, Long.parseLong(dimension))
                : new ProtoMessage().text(2, dimension);
    }
}
