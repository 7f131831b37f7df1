package dev.easel.placeholder.drawing;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a canvas as a PNG of 8 bits per channel, without an alpha channel.
 *
 * <p>After <a href="https://www.w3.org/TR/png-3/">PNG, third edition</a>. For use by one thread; made for one canvas.
 */
public final class PngWriter {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int LEVEL = 4;
    private static final int CHUNK = 1 << 16;
    private static final int UP = 2;

    private final Canvas canvas;

    /**
     * Makes a writer.
     *
     * @param canvas what to write
     */
    public PngWriter(Canvas canvas) {
        this.canvas = canvas;
    }

    /**
     * Writes the image; the stream stays open.
     *
     * @param out takes the bytes
     * @throws IOException if the stream fails
     */
    public void write(OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.write(SIGNATURE);
        chunk(data, "IHDR", header(), 13);
        writePixels(data);
        chunk(data, "IEND", new byte[0], 0);
        data.flush();
    }

    private byte[] header() {
        int width = canvas.width();
        int height = canvas.height();
        byte depth = 8;
        byte truecolour = 2;
        return new byte[] {
            (byte) (width >> 24),
            (byte) (width >> 16),
            (byte) (width >> 8),
            (byte) width,
            (byte) (height >> 24),
            (byte) (height >> 16),
            (byte) (height >> 8),
            (byte) height,
            depth,
            truecolour,
            0,
            0,
            0
        };
    }

    private void writePixels(DataOutputStream data) throws IOException {
        Deflater deflater = new Deflater(LEVEL);
        try {
            byte[] packed = new byte[CHUNK];
            byte[] row = new byte[1 + 3 * canvas.width()];
            for (int y = 0; y < canvas.height(); y++) {
                deflater.setInput(filter(y, row));
                drain(deflater, packed, data);
            }
            deflater.finish();
            drain(deflater, packed, data);
        } finally {
            deflater.end();
        }
    }

    private static void drain(Deflater deflater, byte[] packed, DataOutputStream data) throws IOException {
        for (int length = deflater.deflate(packed); length > 0; length = deflater.deflate(packed)) {
            chunk(data, "IDAT", packed, length);
        }
    }

    /** Filters a row against the one above, which suits areas of one colour and vertical gradients. */
    private byte[] filter(int y, byte[] row) {
        row[0] = UP;
        int at = 1;
        for (int x = 0; x < canvas.width(); x++) {
            int here = canvas.pixel(x, y);
            int above = y == 0 ? 0 : canvas.pixel(x, y - 1);
            row[at++] = (byte) ((here >> 16) - (above >> 16));
            row[at++] = (byte) ((here >> 8) - (above >> 8));
            row[at++] = (byte) (here - above);
        }
        return row;
    }

    private static void chunk(DataOutputStream data, String type, byte[] content, int length) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(content, 0, length);
        data.writeInt(length);
        data.write(name);
        data.write(content, 0, length);
        data.writeInt((int) crc.getValue());
    }
}
