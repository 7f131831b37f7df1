package dev.easel.diffusion.png;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Writes the chunks of a PNG file; for use by one thread. */
final class Chunks {
    private final DataOutputStream out;

    Chunks(OutputStream out) {
        this.out = new DataOutputStream(out);
    }

    /** Writes a chunk: its length, its type, its content, and the check sum of the last two. */
    void write(String type, byte[] content, int offset, int length) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checkSum = new CRC32();
        checkSum.update(name);
        checkSum.update(content, offset, length);
        out.writeInt(length);
        out.write(name);
        out.write(content, offset, length);
        out.writeInt((int) checkSum.getValue());
    }

    void write(String type, byte[] content) throws IOException {
        write(type, content, 0, content.length);
    }

    /** Returns a stream of which each write becomes a chunk of its own. */
    OutputStream stream(String type) {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] content, int offset, int length) throws IOException {
                Chunks.this.write(type, content, offset, length);
            }
        };
    }
}
