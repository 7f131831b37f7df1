package dev.easel.diffusion.png;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes pictures as PNG files of 8 bits per channel; the same picture and texts give the same bytes as long as the
 * JDK's zlib is the same.
 *
 * <p>After <a href="https://www.w3.org/TR/png-3/">PNG, third edition</a>. For use by one thread.
 */
public final class PngWriter {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int HEADER_LENGTH = 13;
    private static final byte BIT_DEPTH = 8;
    private static final byte TRUECOLOUR = 2;
    private static final int LONGEST_DATA = 1 << 16;

    private final OutputStream out;
    private final Chunks chunks;

    /**
     * Makes a writer.
     *
     * @param out takes the bytes; stays open
     */
    public PngWriter(OutputStream out) {
        this.out = out;
        this.chunks = new Chunks(out);
    }

    /**
     * Writes a file.
     *
     * @param picture what to write
     * @param texts its metadata, possibly none
     * @throws IOException if the stream fails
     */
    public void write(Picture picture, List<PngText> texts) throws IOException {
        out.write(SIGNATURE);
        chunks.write("IHDR", header(picture));
        for (PngText text : texts) {
            chunks.write(text.chunkType(), text.chunk());
        }
        writePixels(picture);
        chunks.write("IEND", new byte[0]);
        out.flush();
    }

    private static byte[] header(Picture picture) {
        return ByteBuffer.allocate(HEADER_LENGTH)
                .putInt(picture.width())
                .putInt(picture.height())
                .put(BIT_DEPTH)
                .put(TRUECOLOUR)
                .array();
    }

    private void writePixels(Picture picture) throws IOException {
        Deflater deflater = new Deflater();
        try {
            OutputStream packed = new BufferedOutputStream(chunks.stream("IDAT"), LONGEST_DATA);
            DeflaterOutputStream data = new DeflaterOutputStream(packed, deflater);
            byte[] row = new byte[Picture.CHANNELS * picture.width()];
            Paeth paeth = new Paeth(row.length);
            for (int y = 0; y < picture.height(); y++) {
                picture.copyRow(y, row);
                data.write(paeth.filter(row));
            }
            data.finish();
            packed.flush();
        } finally {
            deflater.end();
        }
    }
}
