package dev.easel.diffusion.zoo;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A message of Protocol Buffers that is put together field by field, without generated code. */
final class ProtoMessage {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

    private interface Step {
        void run() throws IOException;
    }

    ProtoMessage number(int field, long value) {
        return then(() -> out.writeInt64(field, value));
    }

    ProtoMessage real(int field, float value) {
        return then(() -> out.writeFloat(field, value));
    }

    ProtoMessage text(int field, String value) {
        return then(() -> out.writeString(field, value));
    }

    ProtoMessage bytes(int field, byte[] value) {
        return then(() -> out.writeByteArray(field, value));
    }

    ProtoMessage message(int field, ProtoMessage value) {
        return bytes(field, value.toByteArray());
    }

    byte[] toByteArray() {
        then(out::flush);
        return bytes.toByteArray();
    }

    private ProtoMessage then(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }
}
