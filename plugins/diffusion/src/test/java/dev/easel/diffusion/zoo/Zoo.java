package dev.easel.diffusion.zoo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The tiny models among the test resources. Each is a complete directory with random weights, for pictures of 64 × 64
 * pixels, with the names, shapes and types of a real export:
 *
 * <ul>
 *   <li>{@code sd15}: tokens of 32 bits, a time for each of the batch, no scaling factor in the decoder's
 *       configuration, a safety checker; PNDM
 *   <li>{@code sd15-float16}: tensors of 16 bits, the time too, the UNet's weights in {@code weights.pb}; DPM-Solver++
 *       with Karras sigmas
 *   <li>{@code sd21}: tokens of 64 bits padded with {@code !}, the time a scalar, the UNet's weights in
 *       {@code model.onnx_data}; DDIM, v-prediction
 *   <li>{@code turbo}: the time a real number; Euler, trailing
 *   <li>{@code lcm}: {@code timestep_cond}; LCM
 *   <li>{@code sdxl}: two encoders, the first with tokens of 32 bits, the second with tokens of 64 bits, the UNet's
 *       weights in {@code model.onnx_data}; Euler
 *   <li>{@code sdxl-turbo}: the same in 16 bits, the time a scalar; Euler ancestral, trailing
 * </ul>
 */
public final class Zoo {
    private Zoo() {}

    /**
     * Names the models.
     *
     * @return every name that the other methods take
     */
    public static List<String> names() {
        return TinyModels.all().stream().map(RandomModel::name).toList();
    }

    /**
     * Finds a model's folder, which is to be left as it is.
     *
     * @param name one of {@link #names()}
     * @return the folder among the test resources
     */
    public static Path folder(String name) {
        URL url = Objects.requireNonNull(Zoo.class.getResource("/zoo/" + name), () -> "no model " + name);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Copies a model, so that it can be damaged.
     *
     * @param name one of {@link #names()}
     * @param to where it goes; a folder of that name is made in it
     * @return the copy's folder
     */
    public static Path copy(String name, Path to) {
        Path from = folder(name);
        Path copy = to.resolve(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(from.relativize(file).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy;
    }
}
