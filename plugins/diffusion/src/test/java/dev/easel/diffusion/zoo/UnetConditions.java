package dev.easel.diffusion.zoo;

import java.util.List;

/**
 * What a UNet is told besides the sample.
 *
 * @param time the embedded time, with everything that is added to it
 * @param states what the text encoders say
 */
record UnetConditions(Feature time, Feature states) {

    /** Declares the inputs, in the order of Optimum's exports, and embeds them. */
    static UnetConditions of(UnetDesign design, Layers layers) {
        GraphBuilder graph = layers.graph();
        UnetDesign.Types types = design.types();
        String time = graph.input("timestep", types.time(), types.timeShape().toArray(String[]::new));
        String states = graph.input(
                "encoder_hidden_states",
                types.floats(),
                types.batch(),
                "sequence_length",
                String.valueOf(design.contextWidth()));
        Feature embedded = embed("time_embedding", guided(time, design, layers), design, layers);
        Feature all = design.added()
                .map(added -> layers.add(embedded, added(added, design, layers)))
                .orElse(embedded);
        return new UnetConditions(layers.silu(all), new Feature(states, design.contextWidth()));
    }

    private static Feature guided(String time, UnetDesign design, Layers layers) {
        Feature steps = new TimeSteps(layers.graph())
                .embed(time, design.blockOutChannels().get(0));
        if (design.guidanceWidth().isEmpty()) {
            return steps;
        }
        int width = design.guidanceWidth().getAsInt();
        UnetDesign.Types types = design.types();
        String guidance = layers.graph().input("timestep_cond", types.floats(), types.batch(), String.valueOf(width));
        return layers.add(
                steps, layers.project("time_embedding.cond_proj", new Feature(guidance, width), steps.width()));
    }

    private static Feature added(UnetDesign.Added added, UnetDesign design, Layers layers) {
        GraphBuilder graph = layers.graph();
        UnetDesign.Types types = design.types();
        String pooled = graph.input("text_embeds", types.floats(), types.batch(), String.valueOf(added.pooledWidth()));
        String ids = graph.input("time_ids", types.floats(), types.batch(), String.valueOf(UnetDesign.Added.TIME_IDS));
        Feature each = new TimeSteps(graph).embed(ids, added.timeWidth());
        int width = UnetDesign.Added.TIME_IDS * added.timeWidth();
        String sizes = graph.node("Reshape", List.of(each.value(), graph.longs(-1, width)));
        Feature joined = layers.concat(new Feature(pooled, added.pooledWidth()), new Feature(sizes, width));
        return embed("add_embedding", joined, design, layers);
    }

    private static Feature embed(String name, Feature x, UnetDesign design, Layers layers) {
        Feature hidden = layers.silu(layers.linear(name + ".linear_1", x, design.timeWidth()));
        return layers.linear(name + ".linear_2", hidden, design.timeWidth());
    }
}
