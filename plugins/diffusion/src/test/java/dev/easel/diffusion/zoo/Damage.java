package dev.easel.diffusion.zoo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Ways in which a model can be wrong, done to a copy of one that {@link Zoo#copy} made. Files are named within the
 * model, such as {@code unet/model.onnx}.
 */
public final class Damage {
    private Damage() {}

    /** Deletes a file. */
    public static void remove(Path model, String file) throws IOException {
        Files.delete(model.resolve(file));
    }

    /** Cuts off the second half of a file: an ONNX file, weights beside it, JSON. */
    public static void truncate(Path model, String file) throws IOException {
        byte[] bytes = Files.readAllBytes(model.resolve(file));
        Files.write(model.resolve(file), Arrays.copyOf(bytes, bytes.length / 2));
    }

    /** Replaces a file by as many bytes that mean nothing. */
    public static void garble(Path model, String file) throws IOException {
        ByteBuffer garbage = ByteBuffer.allocate((int) Files.size(model.resolve(file)));
        Elements noise = Elements.random(garbage.capacity(), 60);
        while (garbage.hasRemaining()) {
            garbage.put((byte) noise.at(garbage.position()));
        }
        Files.write(model.resolve(file), garbage.array());
    }

    /**
     * Gives a key of a JSON file another value.
     *
     * @param value as JSON
     */
    public static void set(Path model, String file, String key, String value) throws IOException {
        JsonNode parsed = Json.parse("{\"value\": " + value + "}").get("value");
        Json.write(model.resolve(file), Json.read(model.resolve(file)).set(key, parsed));
    }

    /** Takes a key out of a JSON file. */
    public static void unset(Path model, String file, String key) throws IOException {
        Json.write(model.resolve(file), Json.read(model.resolve(file)).without(key));
    }

    /**
     * Gives an input or output of a graph another name; the graph itself still works.
     *
     * @param to of as many letters as {@code from}
     */
    public static void rename(Path model, String file, String from, String to) throws IOException {
        if (from.length() != to.length()) {
            throw new IllegalArgumentException("\"" + to + "\" isn't as long as \"" + from + "\"");
        }
        String graph = Files.readString(model.resolve(file), StandardCharsets.ISO_8859_1);
        char length = (char) from.length();
        String renamed = graph.replace(length + from, length + to);
        Files.writeString(model.resolve(file), renamed, StandardCharsets.ISO_8859_1);
    }

    /** Replaces a part, such as {@code unet}, by that of another model. */
    public static void take(Path model, String part, String otherModel) throws IOException {
        try (Stream<Path> files = Files.list(Zoo.folder(otherModel).resolve(part))) {
            for (Path file : files.toList()) {
                Path place = model.resolve(part).resolve(file.getFileName().toString());
                Files.copy(file, place, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Replaces the UNet by one that takes nine channels, as those for inpainting do; its configuration says so too. */
    public static void makeInpainting(Path model) throws IOException {
        RandomModel own = TinyModels.named(model);
        UnetDesign inpainting = own.unet().withInChannels(9);
        new UnetFiles(inpainting, own.latentSize(), own.unetData()).write(model.resolve("unet"), 1);
    }

    /**
     * Replaces the decoder's graph by one for latents of another number of channels; its configuration says the same.
     */
    public static void changeDecoder(Path model, int channels) throws IOException {
        UnetDesign.Types types = TinyModels.named(model).unet().types();
        OnnxFile.write(DecoderGraph.of(types, channels, 1), model.resolve("vae_decoder/model.onnx"));
        set(model, "vae_decoder/config.json", "latent_channels", String.valueOf(channels));
    }
}
