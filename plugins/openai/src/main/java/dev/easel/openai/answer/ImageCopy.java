package dev.easel.openai.answer;

import dev.easel.api.provider.ImageSink;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Copies an image to its sink as it arrives, if it is one and not too large. */
public final class ImageCopy {
    private static final int CHUNK = 16_384;

    private ImageCopy() {}

    /**
     * Copies an image; the sink is opened when the first bytes have come and look like an image.
     *
     * @param image the image, as it arrives
     * @param sink where it goes
     * @throws StorageException if the sink does not take it
     * @throws IOException if it is no image, is too large, or reading fails
     */
    public static void copy(InputStream image, ImageSink sink) throws IOException {
        byte[] start = image.readNBytes(PixelSize.HEADER);
        requireImage(start);
        requireFewPixels(start);
        try (OutputStream out = new StoringStream(sink)) {
            out.write(start);
            copyRest(image, out);
        }
    }

    private static void copyRest(InputStream image, OutputStream out) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long size = PixelSize.HEADER;
        for (int read = image.read(chunk); read >= 0; read = image.read(chunk)) {
            size += read;
            if (size > ImageSink.MAX_BYTES) {
                throw new IOException("The image is larger than " + ImageSink.MAX_BYTES + " bytes");
            }
            out.write(chunk, 0, read);
        }
    }

    /** An image that says that it is huge is not worth being read to its end. */
    private static void requireFewPixels(byte[] start) throws IOException {
        Optional<PixelSize> size = PixelSize.in(start);
        if (size.isPresent() && size.get().exceeds(ImageSink.MAX_PIXELS)) {
            throw new IOException("The image has " + size.get() + "; at most " + ImageSink.MAX_PIXELS + " are allowed");
        }
    }

    /** Knows PNG, JPEG, GIF, WebP and AVIF by how they begin. */
    private static void requireImage(byte[] start) throws IOException {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        boolean known = start.length == PixelSize.HEADER
                && (text.startsWith("\u0089PNG\r\n\u001a\n")
                        || text.startsWith("\u00ff\u00d8\u00ff")
                        || text.startsWith("GIF8")
                        || (text.startsWith("RIFF") && text.startsWith("WEBP", 8))
                        || text.startsWith("ftyp", 4));
        if (!known) {
            throw new IOException("What came as an image is not PNG, JPEG, WebP, GIF or AVIF");
        }
    }
}
