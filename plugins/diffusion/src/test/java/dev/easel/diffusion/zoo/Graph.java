package dev.easel.diffusion.zoo;

import java.util.List;

/**
 * A finished graph.
 *
 * @param nodes ONNX's {@code NodeProto}, in an order in which they can run
 * @param initializers its weights and constants
 * @param inputs ONNX's {@code ValueInfoProto}
 * @param outputs ONNX's {@code ValueInfoProto}
 */
record Graph(
        List<ProtoMessage> nodes,
        List<Initializer> initializers,
        List<ProtoMessage> inputs,
        List<ProtoMessage> outputs) {

    Graph {
        nodes = List.copyOf(nodes);
        initializers = List.copyOf(initializers);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** How many trained numbers it would have: those of weights and biases, not those of constants. */
    long parameters() {
        return initializers.stream()
                .filter(initializer -> initializer.name().endsWith(".weight")
                        || initializer.name().endsWith(".bias"))
                .mapToLong(Initializer::size)
                .sum();
    }
}
