package dev.easel.diffusion.zoo;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Makes inputs of the shapes that a graph wants.
 *
 * @param batch how many rows
 * @param height of latents
 * @param width of latents
 * @param tokens how many a text has
 */
record Feed(int batch, int height, int width, int tokens) {

    /** Fills every input of a net with numbers that a seed gives. */
    Tensors of(Net net, long seed) throws OrtException {
        Map<String, Values> inputs = new LinkedHashMap<>();
        for (Map.Entry<String, TensorInfo> input : net.inputs().entrySet()) {
            inputs.put(input.getKey(), values(input.getKey(), input.getValue(), seed));
        }
        return new Tensors(inputs);
    }

    private Values values(String name, TensorInfo info, long seed) {
        long[] shape = shape(info);
        long own = seed * 31 + name.hashCode();
        Elements random = Elements.random(own, 1);
        return switch (name) {
            case "timestep" -> Values.of(i -> 100 + Math.floorMod(own, 800) + i, shape);
            case "input_ids" -> ids(random, shape);
            case "time_ids" -> Values.of(i -> Math.rint(random.at(i) * 64), shape);
            default -> Values.of(random, shape);
        };
    }

    /** Words, and the token that ends a text. */
    private Values ids(Elements random, long... shape) {
        int end = TinyTokenizer.vocabulary().size() - 1;
        return Values.of(i -> (i + 1) % tokens == 0 ? end : Math.rint(Math.abs(random.at(i)) * 100), shape);
    }

    private long[] shape(TensorInfo info) {
        long[] shape = info.getShape();
        String[] names = info.getDimensionNames();
        return IntStream.range(0, shape.length)
                .mapToLong(i -> shape[i] >= 0 ? shape[i] : size(names[i]))
                .toArray();
    }

    private long size(String name) {
        return switch (name) {
            case "batch", "batch_size", "steps" -> batch;
            case "channels" -> UnetDesign.CHANNELS;
            case "height", "height_latent" -> height;
            case "width", "width_latent" -> width;
            case "sequence_length" -> tokens;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
