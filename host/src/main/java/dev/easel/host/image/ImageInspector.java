package dev.easel.host.image;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;

import static java.util.stream.Collectors.joining;

/**
 * Tells what an image is from the first bytes of its header, decoding nothing; refuses what is not served.
 *
 * <p>Immutable and safe for use by several threads.
 */
final class ImageInspector {

    private static final int SHOWN_BYTES = 12;

    private static final List<ImageFormat> FORMATS =
            List.of(new PngFormat(), new JpegFormat(), new WebpFormat(), new GifFormat(), new AvifFormat());

    private final ImageLimits limits;

    ImageInspector(ImageLimits limits) {
        this.limits = limits;
    }

    /**
     * Inspects one image.
     *
     * @throws RefusedImageException if it is of no format that is served, its header is broken, or it is too large
     * @throws IOException if the bytes cannot be read
     */
    ImageHeader inspect(HeaderBytes bytes) throws IOException, RefusedImageException {
        checkLength(bytes.length());
        ImageFormat format = recognize(bytes);
        PixelSize size = readSize(format, bytes);
        checkPixels(format, size);
        return new ImageHeader(format.mediaType(), size);
    }

    private void checkLength(long length) throws RefusedImageException {
        if (length == 0) {
            throw new RefusedImageException("is empty; " + allowedFormats() + " is allowed");
        }
        if (length > limits.bytes()) {
            throw new RefusedImageException(
                    "has " + length + " bytes; at most " + limits.bytes() + " bytes are allowed");
        }
    }

    private static ImageFormat recognize(HeaderBytes bytes) throws IOException, RefusedImageException {
        for (ImageFormat format : FORMATS) {
            if (format.recognizes(bytes)) {
                return format;
            }
        }
        throw new RefusedImageException("starts with " + start(bytes) + ", which is no " + allowedFormats());
    }

    private static PixelSize readSize(ImageFormat format, HeaderBytes bytes) throws IOException, RefusedImageException {
        try {
            return format.readSize(bytes);
        } catch (RefusedImageException broken) {
            throw new RefusedImageException(
                    "looks like " + format.name() + ", but " + broken.getMessage() + "; write a complete image",
                    broken);
        }
    }

    private void checkPixels(ImageFormat format, PixelSize size) throws RefusedImageException {
        if (size.isEmpty() || size.hasMorePixelsThan(limits.pixels())) {
            throw new RefusedImageException(
                    "is " + format.name() + " of " + size + " pixels; 1 to " + limits.pixels() + " pixels are allowed");
        }
    }

    private static String start(HeaderBytes bytes) throws IOException, RefusedImageException {
        int shown = (int) Math.min(SHOWN_BYTES, bytes.length());
        return HexFormat.ofDelimiter(" ")
                .withUpperCase()
                .formatHex(bytes.read(0, shown).array());
    }

    private static String allowedFormats() {
        int last = FORMATS.size() - 1;
        String others = FORMATS.subList(0, last).stream().map(ImageFormat::name).collect(joining(", "));
        return others + " or " + FORMATS.get(last).name();
    }
}
