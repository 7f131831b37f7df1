package dev.easel.diffusion.zoo;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** Writes graphs as ONNX's {@code ModelProto}; the same graph always gives the same bytes. */
final class OnnxFile {
    /** The newest that the oldest runtimes of interest know; has {@code LayerNormalization}. */
    private static final int OPSET = 17;

    private static final int IR_VERSION = 8;
    /** Smaller tensors stay in the model's own file, as in the exports of Python's onnx. */
    private static final int EXTERNAL_FROM_BYTES = 1024;

    private static final int ALIGNMENT = 64;

    private OnnxFile() {}

    /** Writes a graph with its weights into one file. */
    static void write(Graph graph, Path file) throws IOException {
        Files.write(file, model(graph, OnnxFile::inline));
    }

    /**
     * Writes a graph into one file, and its weights into another beside it, without having them in memory.
     *
     * @param data the name of the weights' file
     */
    static void write(Graph graph, Path file, String data) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file.resolveSibling(data)))) {
            ExternalData external = new ExternalData(out, data);
            Files.write(file, model(graph, external::place));
        }
    }

    private static byte[] model(Graph graph, Function<Initializer, ProtoMessage> tensor) {
        ProtoMessage proto = new ProtoMessage();
        graph.nodes().forEach(node -> proto.message(1, node));
        proto.text(2, "main_graph");
        graph.initializers().forEach(initializer -> proto.message(5, tensor.apply(initializer)));
        graph.inputs().forEach(input -> proto.message(11, input));
        graph.outputs().forEach(output -> proto.message(12, output));
        return new ProtoMessage()
                .number(1, IR_VERSION)
                .text(2, "easel-zoo")
                .message(7, proto)
                .message(8, new ProtoMessage().text(1, "").number(2, OPSET))
                .toByteArray();
    }

    private static ProtoMessage inline(Initializer initializer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(initializer, bytes);
        return header(initializer).bytes(9, bytes.toByteArray());
    }

    private static ProtoMessage header(Initializer initializer) {
        ProtoMessage tensor = new ProtoMessage();
        initializer.shape().forEach(dimension -> tensor.number(1, dimension));
        return tensor.number(2, initializer.type().number()).text(8, initializer.name());
    }

    private static void write(Initializer initializer, OutputStream out) {
        try {
            initializer.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file beside the model's, which grows as its tensors are placed. */
    private static final class ExternalData {
        private final OutputStream out;
        private final String name;
        private long length;

        ExternalData(OutputStream out, String name) {
            this.out = out;
            this.name = name;
        }

        ProtoMessage place(Initializer initializer) {
            if (initializer.bytes() < EXTERNAL_FROM_BYTES) {
                return inline(initializer);
            }
            align();
            ProtoMessage tensor = header(initializer)
                    .message(13, entry("location", name))
                    .message(13, entry("offset", Long.toString(length)))
                    .message(13, entry("length", Long.toString(initializer.bytes())))
                    .number(14, 1);
            write(initializer, out);
            length += initializer.bytes();
            return tensor;
        }

        private void align() {
            int padding = (int) (-length & (ALIGNMENT - 1));
            try {
                out.write(new byte[padding]);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            length += padding;
        }

        private static ProtoMessage entry(String key, String value) {
            return new ProtoMessage().text(1, key).text(2, value);
        }
    }
}
