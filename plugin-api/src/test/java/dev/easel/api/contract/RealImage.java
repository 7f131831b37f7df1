package dev.easel.api.contract;

import dev.easel.api.provider.ImageSink;
import java.awt.Dimension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Tells whether bytes are an image that a host serves.
 *
 * <p>What Java decodes (PNG, JPEG, GIF) is decoded; of WebP and AVIF, for which Java has no decoder, the container is
 * read to its end.
 */
final class RealImage {
    private RealImage() {}

    /** Returns what is wrong, completing a sentence that begins with "Image n"; empty if nothing is. */
    static Optional<String> faultOf(byte[] image) {
        try {
            decode(image);
            return Optional.empty();
        } catch (Fault fault) {
            return Optional.ofNullable(fault.getMessage());
        } catch (IOException | RuntimeException broken) {
            return Optional.of("cannot be decoded (" + broken.getMessage() + "); write a complete image");
        }
    }

    private static void decode(byte[] image) throws IOException {
        Container container = new Container(image);
        if (container.hasAt(0, "\u0089PNG\r\n\u001A\n")) {
            decode("png", image);
        } else if (container.hasAt(0, "\u00FF\u00D8\u00FF")) {
            decode("jpeg", image);
            requireEndOfJpeg(image);
        } else if (container.hasAt(0, "GIF87a") || container.hasAt(0, "GIF89a")) {
            decode("gif", image);
        } else if (container.hasAt(0, "RIFF") && container.hasAt(8, "WEBP")) {
            requireFewPixels(container.sizeOfWebp());
        } else if (container.hasAt(4, "ftyp")) {
            requireFewPixels(container.sizeOfAvif());
        } else {
            throw new Fault("has " + image.length + " bytes that begin with " + container.start()
                    + "; write a PNG, JPEG, WebP, GIF or AVIF image");
        }
    }

    private static void decode(String format, byte[] image) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(image))) {
            reader.setInput(in);
            requireFewPixels(new Dimension(reader.getWidth(0), reader.getHeight(0)));
            // A raster, where there is one, as Java cannot convert the colours of every JPEG.
            if (reader.canReadRaster()) {
                reader.readRaster(0, null);
            } else {
                reader.read(0);
            }
        } finally {
            reader.dispose();
        }
    }

    /** Java fills what is missing of a truncated JPEG with grey. */
    private static void requireEndOfJpeg(byte[] image) throws Fault {
        int end = image.length;
        while (end > 2 && image[end - 1] == 0) {
            end--;
        }
        if (image[end - 2] != (byte) 0xFF || image[end - 1] != (byte) 0xD9) {
            throw new Fault("is a JPEG without an end; write a complete image");
        }
    }

    private static void requireFewPixels(Dimension size) throws Fault {
        long pixels = (long) size.width * size.height;
        if (pixels < 1 || pixels > ImageSink.MAX_PIXELS) {
            throw new Fault("has " + size.width + " x " + size.height + " pixels; 1 to " + ImageSink.MAX_PIXELS
                    + " pixels are allowed");
        }
    }

    /** What is wrong with an image, said as {@link #faultOf} says it. */
    static final class Fault extends IOException {
        private static final long serialVersionUID = 1L;

        Fault(String message) {
            super(message);
        }
    }
}
