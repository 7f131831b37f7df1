package dev.easel.diffusion.zoo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The net of Stable Diffusion (Rombach et al., 2022) as diffusers' {@code UNet2DConditionModel} builds it: residual and
 * attention layers on every level, skips from the way down to the way up.
 */
final class UnetGraph {
    private final UnetDesign design;
    private final Layers layers;
    private final GraphBuilder graph;
    private final UnetBlocks blocks;
    private final Deque<Feature> skips = new ArrayDeque<>();

    private UnetGraph(UnetDesign design, long seed) {
        this.design = design;
        this.graph = new GraphBuilder(design.types().floats());
        this.layers = new Layers(graph, seed);
        this.blocks = new UnetBlocks(design, layers);
    }

    /**
     * Builds the net.
     *
     * @param seed other seeds give other weights
     */
    static Graph of(UnetDesign design, long seed) {
        return new UnetGraph(design, seed).build();
    }

    private Graph build() {
        UnetDesign.Types types = design.types();
        String sample = graph.input(
                "sample", types.floats(), types.batch(), types.channels(design.inChannels()), "height", "width");
        Feature latent = new Feature(sample, design.inChannels());
        UnetConditions conditions = UnetConditions.of(design, layers);
        Feature down = down(
                skip(layers.conv("conv_in", latent, design.blockOutChannels().get(0), 3, 1)), conditions);
        Feature up = up(blocks.middle(down, conditions), conditions);
        Feature normal = layers.silu(layers.groupNorm("conv_norm_out", up, design.groups()));
        Feature out = layers.conv("conv_out", normal, UnetDesign.CHANNELS, 3, 1);
        graph.output(out.value(), "out_sample", types.floats(), types.batch(), "4", "height", "width");
        return graph.build();
    }

    private Feature down(Feature input, UnetConditions conditions) {
        Feature x = input;
        for (int level = 0; level < design.levels(); level++) {
            String name = "down_blocks." + level;
            int channels = design.blockOutChannels().get(level);
            for (int layer = 0; layer < design.layersPerBlock(); layer++) {
                x = skip(blocks.layer(
                        name, layer, x, channels, design.attention().get(level), conditions));
            }
            if (level < design.levels() - 1) {
                x = skip(layers.conv(name + ".downsamplers.0.conv", x, channels, 3, 2));
            }
        }
        return x;
    }

    private Feature up(Feature input, UnetConditions conditions) {
        Feature x = input;
        for (int block = 0; block < design.levels(); block++) {
            String name = "up_blocks." + block;
            int level = design.levels() - 1 - block;
            int channels = design.blockOutChannels().get(level);
            for (int layer = 0; layer <= design.layersPerBlock(); layer++) {
                Feature joined = layers.concat(x, skips.pop());
                x = blocks.layer(
                        name, layer, joined, channels, design.attention().get(level), conditions);
            }
            if (level > 0) {
                x = layers.conv(name + ".upsamplers.0.conv", enlarge(x, skips.element()), channels, 3, 1);
            }
        }
        return x;
    }

    private Feature skip(Feature x) {
        skips.push(x);
        return x;
    }

    /** Doubles height and width; or not quite, where they were odd on the way down, as diffusers does. */
    private Feature enlarge(Feature x, Feature like) {
        String own = graph.node("Shape", List.of(x.value()), Attribute.of("end", 2L));
        String size = graph.node("Shape", List.of(like.value()), Attribute.of("start", 2L));
        String shape = graph.node("Concat", List.of(own, size), Attribute.of("axis", 0L));
        String y = graph.node(
                "Resize",
                List.of(x.value(), "", "", shape),
                Attribute.of("mode", "nearest"),
                Attribute.of("coordinate_transformation_mode", "asymmetric"),
                Attribute.of("nearest_mode", "floor"));
        return new Feature(y, x.width());
    }
}
