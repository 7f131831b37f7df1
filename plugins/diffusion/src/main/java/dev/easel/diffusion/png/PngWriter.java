package dev.easel.diffusion.png;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes pictures as PNG files; the same picture and texts give the same bytes. For use by one thread. */
public final class PngWriter {

    /**
     * Makes a writer.
     *
     * @param out takes the bytes; stays open
     */
    public PngWriter(OutputStream out) {}

    /**
     * Writes a file.
     *
     * @param picture what to write
     * @param texts its metadata, possibly none
     * @throws IOException if the stream fails
     */
    public void write(Picture picture, List<PngText> texts) throws IOException {
        throw new UnsupportedOperationException();
    }
}
