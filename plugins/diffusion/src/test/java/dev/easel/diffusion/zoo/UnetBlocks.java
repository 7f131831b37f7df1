package dev.easel.diffusion.zoo;

import java.util.List;

/** The parts of a UNet: residual layers, told the time, and transformers, told the text. */
final class UnetBlocks {
    private final UnetDesign design;
    private final Layers layers;
    private final GraphBuilder graph;
    private final Attention attention;

    UnetBlocks(UnetDesign design, Layers layers) {
        this.design = design;
        this.layers = layers;
        this.graph = layers.graph();
        this.attention = new Attention(layers, design.heads());
    }

    /** A residual layer, and a transformer where the level has them. */
    Feature layer(String block, int index, Feature x, int channels, boolean attends, UnetConditions conditions) {
        Feature y = residual(block + ".resnets." + index, x, channels, conditions.time());
        return attends ? transformer(block + ".attentions." + index, y, conditions.states()) : y;
    }

    /** What lies between the way down and the way up. */
    Feature middle(Feature x, UnetConditions conditions) {
        Feature y = layer("mid_block", 0, x, x.width(), true, conditions);
        return layer("mid_block", 1, y, x.width(), false, conditions);
    }

    private Feature residual(String name, Feature x, int channels, Feature time) {
        Feature first = layers.silu(layers.groupNorm(name + ".norm1", x, design.groups()));
        Feature timed = layers.add(layers.conv(name + ".conv1", first, channels, 3, 1), spread(name, time, channels));
        Feature second = layers.silu(layers.groupNorm(name + ".norm2", timed, design.groups()));
        Feature change = layers.conv(name + ".conv2", second, channels, 3, 1);
        Feature passed = x.width() == channels ? x : layers.conv(name + ".conv_shortcut", x, channels, 1, 1);
        return layers.add(passed, change);
    }

    private Feature spread(String name, Feature time, int channels) {
        Feature projected = layers.linear(name + ".time_emb_proj", time, channels);
        String image = graph.node("Unsqueeze", List.of(projected.value(), graph.longs(2, 3)));
        return new Feature(image, channels);
    }

    private Feature transformer(String name, Feature x, Feature states) {
        Feature in =
                layers.conv(name + ".proj_in", layers.groupNorm(name + ".norm", x, design.groups()), x.width(), 1, 1);
        String flat = graph.node("Reshape", List.of(in.value(), graph.longs(0, x.width(), -1)));
        String tokens = graph.node("Transpose", List.of(flat), Attribute.ofAll("perm", 0, 2, 1));
        Feature out = block(name + ".transformer_blocks.0", new Feature(tokens, x.width()), states);
        String turned = graph.node("Transpose", List.of(out.value()), Attribute.ofAll("perm", 0, 2, 1));
        String image = graph.node("Reshape", List.of(turned, graph.node("Shape", List.of(x.value()))));
        return layers.add(x, layers.conv(name + ".proj_out", new Feature(image, x.width()), x.width(), 1, 1));
    }

    private Feature block(String name, Feature x, Feature states) {
        Feature own = layers.layerNorm(name + ".norm1", x);
        Feature first = layers.add(x, attention.cross(name + ".attn1", own, own));
        Feature second =
                layers.add(first, attention.cross(name + ".attn2", layers.layerNorm(name + ".norm2", first), states));
        return layers.add(second, feedForward(name + ".ff.net", layers.layerNorm(name + ".norm3", second)));
    }

    /** Gated by GELU (Shazeer, 2020). */
    private Feature feedForward(String name, Feature x) {
        int width = 4 * x.width();
        Feature both = layers.linear(name + ".0.proj", x, 2 * width);
        List<String> halves = graph.nodes("Split", 2, List.of(both.value()), Attribute.of("axis", -1L));
        Feature gate = layers.gelu(new Feature(halves.get(1), width));
        String gated = graph.node("Mul", List.of(halves.get(0), gate.value()));
        return layers.linear(name + ".2", new Feature(gated, width), x.width());
    }
}
