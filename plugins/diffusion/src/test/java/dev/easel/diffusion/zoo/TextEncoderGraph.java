package dev.easel.diffusion.zoo;

import java.util.ArrayList;
import java.util.List;

/** The text half of CLIP (Radford et al., 2021), with inputs and outputs as Optimum exports them. */
final class TextEncoderGraph {
    private static final double HIDDEN = -10_000;

    private final TextEncoderDesign design;
    private final Layers layers;
    private final GraphBuilder graph;
    private final Attention attention;

    private TextEncoderGraph(TextEncoderDesign design, long seed) {
        this.design = design;
        this.graph = new GraphBuilder(design.floats());
        this.layers = new Layers(graph, seed);
        this.attention = new Attention(layers, TextEncoderDesign.HEADS);
    }

    /**
     * Builds the net.
     *
     * @param seed other seeds give other weights
     */
    static Graph of(TextEncoderDesign design, long seed) {
        return new TextEncoderGraph(design, seed).build();
    }

    private Graph build() {
        String ids = graph.input("input_ids", design.ids(), "batch_size", "sequence_length");
        String length = graph.node("Shape", List.of(ids), Attribute.of("start", 1L));
        List<Feature> states = new ArrayList<>(List.of(embed(ids, length)));
        String mask = causalMask(length);
        for (int layer = 0; layer < design.layers(); layer++) {
            states.add(layer("encoder.layers." + layer, states.get(layer), mask));
        }
        Feature last = layers.layerNorm("final_layer_norm", states.get(design.layers()));
        outputs(last, pooled(ids, last), states);
        return graph.build();
    }

    private Feature embed(String ids, String length) {
        int width = design.width();
        String table = layers.weight("embeddings.token_embedding.weight", 1, design.vocabulary(), width);
        String places = layers.weight("embeddings.position_embedding.weight", 4, TextEncoderDesign.POSITIONS, width);
        String used = graph.node("Slice", List.of(places, graph.longs(0), length, graph.longs(0)));
        return new Feature(graph.node("Add", List.of(graph.node("Gather", List.of(table, ids)), used)), width);
    }

    /** No token sees a later one. */
    private String causalMask(String length) {
        DataType whole = DataType.INT64;
        String zero = graph.constant("zero", whole, Elements.constant(0));
        String one = graph.constant("one", whole, Elements.constant(1));
        String end = graph.node("Squeeze", List.of(length));
        String places = graph.node("Range", List.of(zero, end, one));
        String rows = graph.node("Unsqueeze", List.of(places, graph.longs(1)));
        String later = graph.node("Less", List.of(rows, places));
        String hidden = graph.node(
                "Cast", List.of(later), Attribute.of("to", graph.floats().number()));
        return graph.node("Mul", List.of(hidden, graph.scalar(HIDDEN)));
    }

    private Feature layer(String name, Feature x, String mask) {
        Feature seen = attention.self(name + ".self_attn", layers.layerNorm(name + ".layer_norm1", x), mask);
        Feature y = layers.add(x, seen);
        Feature wide = layers.linear(name + ".mlp.fc1", layers.layerNorm(name + ".layer_norm2", y), 2 * x.width());
        return layers.add(y, layers.linear(name + ".mlp.fc2", layers.gelu(wide), x.width()));
    }

    /** The state of the token that ends the text, which is the one with the highest number. */
    private String pooled(String ids, Feature last) {
        String small = graph.node("Cast", List.of(ids), Attribute.of("to", DataType.INT32.number()));
        String end = graph.node("ArgMax", List.of(small), Attribute.of("axis", 1L), Attribute.of("keepdims", 1L));
        return graph.node("GatherND", List.of(last.value(), end), Attribute.of("batch_dims", 1L));
    }

    private void outputs(Feature last, String pooled, List<Feature> states) {
        String width = String.valueOf(design.width());
        design.projection().ifPresent(to -> {
            Feature projected = layers.project("text_projection", new Feature(pooled, design.width()), to);
            graph.output(projected.value(), "text_embeds", design.floats(), "batch_size", String.valueOf(to));
        });
        sequence(last, "last_hidden_state");
        if (design.projection().isEmpty()) {
            graph.output(pooled, "pooler_output", design.floats(), "batch_size", width);
        }
        for (int layer = 0; design.everyLayer() && layer < states.size(); layer++) {
            sequence(states.get(layer), "hidden_states." + layer);
        }
    }

    private void sequence(Feature x, String name) {
        graph.output(x.value(), name, design.floats(), "batch_size", "sequence_length", String.valueOf(x.width()));
    }
}
