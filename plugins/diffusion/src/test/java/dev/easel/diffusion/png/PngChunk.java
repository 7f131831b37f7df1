package dev.easel.diffusion.png;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** A chunk of a PNG file, as a strict reader takes it. */
record PngChunk(String type, List<Byte> content) {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /** Reads a whole file, and insists on signature, lengths and check sums. */
    static List<PngChunk> of(byte[] file) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file))) {
            assertArrayEquals(SIGNATURE, in.readNBytes(SIGNATURE.length));
            List<PngChunk> chunks = new ArrayList<>();
            while (in.available() > 0) {
                chunks.add(next(in));
            }
            return chunks;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static PngChunk next(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] name = in.readNBytes(4);
        byte[] content = in.readNBytes(length);
        assertEquals(length, content.length);
        CRC32 checkSum = new CRC32();
        checkSum.update(name);
        checkSum.update(content);
        assertEquals((int) checkSum.getValue(), in.readInt());
        List<Byte> bytes = new ArrayList<>();
        for (byte value : content) {
            bytes.add(value);
        }
        return new PngChunk(new String(name, StandardCharsets.US_ASCII), bytes);
    }

    /** Returns the content as Latin-1. */
    String latin() {
        return new String(bytes(), StandardCharsets.ISO_8859_1);
    }

    /** Returns the content as UTF-8. */
    String utf8() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    private byte[] bytes() {
        byte[] bytes = new byte[content.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = content.get(i);
        }
        return bytes;
    }
}
