package dev.easel.openai;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A PNG that differs from all others and has any number of bytes. */
final class TestImage {
    private static final int CHUNK_FRAME = 12;

    private TestImage() {}

    static byte[] small(long seed) {
        return ofSize(seed, 200);
    }

    /** Makes an image of one pixel that is padded to so many bytes, at least 200. */
    static byte[] ofSize(long seed, int size) {
        return png(seed, 1, 1, size);
    }

    /** Makes an image that claims to have so many pixels. */
    static byte[] claiming(int width, int height) {
        return png(0, width, height, 200);
    }

    static String base64(byte[] image) {
        return Base64.getEncoder().encodeToString(image);
    }

    private static byte[] png(long seed, int width, int height, int size) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(size);
            bytes.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
            chunk(bytes, "IHDR", header(width, height));
            byte[] pixel = deflated(new byte[] {0, (byte) seed});
            byte[] padding = new byte[size - bytes.size() - 3 * CHUNK_FRAME - pixel.length];
            new Random(seed).nextBytes(padding);
            chunk(bytes, "raNd", padding);
            chunk(bytes, "IDAT", pixel);
            chunk(bytes, "IEND", new byte[0]);
            return bytes.toByteArray();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static byte[] header(int width, int height) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(header);
        out.writeInt(width);
        out.writeInt(height);
        out.write(new byte[] {8, 0, 0, 0, 0});
        return header.toByteArray();
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        byte[] out = new byte[64];
        int length = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, length);
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) throws IOException {
        CRC32 crc = new CRC32();
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        crc.update(name);
        crc.update(data);
        DataOutputStream out = new DataOutputStream(png);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }
}
