package dev.easel.diffusion.zoo;

import java.util.List;

/**
 * A checker with the inputs and outputs of Stable Diffusion's, which blackens pictures of more than half brightness.
 */
final class SafetyCheckerGraph {
    /** What the mean of a picture of half brightness is after CLIP's normalisation. */
    private static final double LIMIT = 0.1886;

    private SafetyCheckerGraph() {}

    static Graph build() {
        DataType type = DataType.FLOAT;
        GraphBuilder graph = new GraphBuilder(type);
        String seen = graph.input("clip_input", type, "batch", "channels", "height", "width");
        String images = graph.input("images", type, "batch", "channels", "height", "width");
        String brightness =
                graph.node("ReduceMean", List.of(seen), Attribute.ofAll("axes", 1, 2, 3), Attribute.of("keepdims", 0L));
        String flagged = graph.node("Greater", List.of(brightness, graph.scalar(LIMIT)));
        String spread = graph.node("Unsqueeze", List.of(flagged, graph.longs(1, 2, 3)));
        String shown = graph.node("Where", List.of(spread, graph.scalar(0), images));
        graph.output(shown, "out_images", type, "batch", "channels", "height", "width");
        graph.output(flagged, "has_nsfw_concepts", DataType.BOOL, "batch");
        return graph.build();
    }
}
