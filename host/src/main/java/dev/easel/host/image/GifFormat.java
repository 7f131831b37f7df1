package dev.easel.host.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Graphics Interchange Format: the logical screen's size stands first; the first frame's size is read too, since a
 * decoder makes room for it even where it exceeds the screen.
 *
 * <p>Source: GIF89a Specification, CompuServe 1990, sections 15 (data sub-blocks), 17 (header), 18 (logical screen
 * descriptor), 20 (image descriptor), 23 to 26 (extensions) and 27 (trailer).
 */
final class GifFormat implements ImageFormat {

    private static final byte[] VERSION_87A = "GIF87a".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] VERSION_89A = "GIF89a".getBytes(StandardCharsets.US_ASCII);

    private static final int SCREEN_AT = 6;
    private static final int FLAGS_AT = 10;
    private static final int BLOCKS_AT = 13;
    private static final int IMAGE_DESCRIPTOR = 0x2C;
    private static final int EXTENSION = 0x21;

    @Override
    public String name() {
        return "GIF";
    }

    @Override
    public String mediaType() {
        return "image/gif";
    }

    @Override
    public boolean recognizes(HeaderBytes bytes) throws IOException, RefusedImageException {
        return bytes.matches(0, VERSION_89A) || bytes.matches(0, VERSION_87A);
    }

    @Override
    public PixelSize readSize(HeaderBytes bytes) throws IOException, RefusedImageException {
        PixelSize screen = readSizeAt(SCREEN_AT, bytes);
        PixelSize frame = readSizeAt(findFirstFrame(bytes) + 5, bytes);
        if (screen.isEmpty() || frame.isEmpty()) {
            return new PixelSize(0, 0);
        }
        return screen.union(frame);
    }

    private static PixelSize readSizeAt(long position, HeaderBytes bytes) throws IOException, RefusedImageException {
        ByteBuffer size = bytes.read(position, 4).order(ByteOrder.LITTLE_ENDIAN);
        return new PixelSize(Short.toUnsignedInt(size.getShort()), Short.toUnsignedInt(size.getShort()));
    }

    private static long findFirstFrame(HeaderBytes bytes) throws IOException, RefusedImageException {
        long position = BLOCKS_AT + colourTableLength(bytes.readByte(FLAGS_AT));
        int block = bytes.readByte(position);
        while (block == EXTENSION) {
            position = endOfExtension(bytes, position);
            block = bytes.readByte(position);
        }
        if (block != IMAGE_DESCRIPTOR) {
            throw new RefusedImageException("it has no image where one is expected, at byte " + position);
        }
        return position;
    }

    private static long colourTableLength(int flags) {
        boolean present = (flags & 0x80) != 0;
        return present ? 3L << ((flags & 0x07) + 1) : 0;
    }

    /** An extension is an introducer, a label, and sub-blocks up to an empty one. */
    private static long endOfExtension(HeaderBytes bytes, long start) throws IOException, RefusedImageException {
        long position = start + 2;
        int length = bytes.readByte(position);
        while (length != 0) {
            position += 1 + length;
            length = bytes.readByte(position);
        }
        return position + 1;
    }
}
