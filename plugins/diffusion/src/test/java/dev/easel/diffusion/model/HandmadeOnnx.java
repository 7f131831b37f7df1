package dev.easel.diffusion.model;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** ONNX files field by field, by the numbers of {@code onnx.proto3}. */
final class HandmadeOnnx {
    static final int FLOAT = 1;
    static final int INT64 = 7;
    static final int BOOL = 9;
    static final int FLOAT16 = 10;
    /** A dimension with a name in place of a number. */
    static final long NAMED = -1;

    private HandmadeOnnx() {}

    /** Writes the fields of a message. */
    @FunctionalInterface
    interface Fields {
        void to(CodedOutputStream out) throws IOException;
    }

    static byte[] message(Fields... fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            for (Fields field : fields) {
                field.to(out);
            }
            out.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static Fields part(int field, byte[] message) {
        return out -> out.writeBytes(field, ByteString.copyFrom(message));
    }

    static Fields text(int field, String text) {
        return part(field, text.getBytes(StandardCharsets.UTF_8));
    }

    static Fields number(int field, long number) {
        return out -> out.writeInt64(field, number);
    }

    /** A file with a version, a producer and a graph. */
    static byte[] file(Fields... graph) {
        return message(number(1, 8), text(2, "handmade"), part(7, message(graph)));
    }

    static Fields input(String name, int type, long... shape) {
        return value(11, name, type, shape);
    }

    static Fields output(String name, int type, long... shape) {
        return value(12, name, type, shape);
    }

    /** A node, which nobody reads. */
    static Fields node() {
        return part(1, message(text(1, "x"), text(2, "y"), text(4, "Relu")));
    }

    static Fields weights(String name, byte[] data) {
        return part(5, message(number(1, data.length), number(2, 2), text(8, name), part(9, data)));
    }

    static Fields externalWeights(String name, String location, String offset, String length) {
        return part(
                5,
                message(
                        text(8, name),
                        part(13, message(text(1, "location"), text(2, location))),
                        part(13, message(text(1, "offset"), text(2, offset))),
                        part(13, message(text(1, "length"), text(2, length))),
                        number(14, 1)));
    }

    private static Fields value(int field, String name, int type, long... shape) {
        Fields[] dimensions = new Fields[shape.length];
        for (int i = 0; i < shape.length; i++) {
            dimensions[i] = part(1, message(shape[i] == NAMED ? text(2, "batch") : number(1, shape[i])));
        }
        byte[] tensor = message(number(1, type), part(2, message(dimensions)));
        return part(field, message(text(1, name), part(2, message(part(1, tensor)))));
    }
}
