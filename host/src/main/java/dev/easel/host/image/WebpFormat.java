package dev.easel.host.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * WebP: a RIFF container whose first chunk, lossy ({@code VP8 }), lossless ({@code VP8L}) or extended ({@code VP8X}),
 * begins with the size.
 *
 * <p>Source: RFC 9649, sections 2.3 to 2.7 (container, lossy, lossless and extended layout) and 3.4 (lossless header);
 * RFC 6386, section 9.1 (lossy frame header).
 */
final class WebpFormat implements ImageFormat {

    private static final byte[] RIFF = {'R', 'I', 'F', 'F'};
    private static final byte[] WEBP = {'W', 'E', 'B', 'P'};

    private static final int CONTAINER_SIZE_AT = 4;
    private static final int CHUNK_AT = 12;
    private static final int CHUNK_DATA_AT = 20;
    private static final int START_CODE = 0x2A019D;
    private static final int LOSSLESS_SIGNATURE = 0x2F;
    private static final int BITS_14 = 0x3FFF;
    private static final int BITS_24 = 0xFFFFFF;

    @Override
    public String name() {
        return "WebP";
    }

    @Override
    public String mediaType() {
        return "image/webp";
    }

    @Override
    public boolean recognizes(HeaderBytes bytes) throws IOException, RefusedImageException {
        return bytes.matches(0, RIFF) && bytes.matches(8, WEBP);
    }

    @Override
    public PixelSize readSize(HeaderBytes bytes) throws IOException, RefusedImageException {
        checkComplete(bytes);
        return switch (bytes.readName(CHUNK_AT)) {
            case "VP8 " -> readLossy(readData(10, bytes));
            case "VP8L" -> readLossless(readData(5, bytes));
            case "VP8X" -> readExtended(readData(10, bytes));
            default -> throw new RefusedImageException("its first chunk is none of VP8, VP8L and VP8X");
        };
    }

    private static void checkComplete(HeaderBytes bytes) throws IOException, RefusedImageException {
        int size =
                bytes.read(CONTAINER_SIZE_AT, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
        long end = CONTAINER_SIZE_AT + 4 + Integer.toUnsignedLong(size);
        if (end > bytes.length()) {
            throw new RefusedImageException("it ends after " + bytes.length() + " of " + end + " bytes");
        }
    }

    private static ByteBuffer readData(int count, HeaderBytes bytes) throws IOException, RefusedImageException {
        return bytes.read(CHUNK_DATA_AT, count).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A frame tag of three bytes whose lowest bit is 0 in key frames, a start code, and 14 bits for each side. */
    private static PixelSize readLossy(ByteBuffer data) throws RefusedImageException {
        boolean keyFrame = (data.get(0) & 1) == 0;
        if (!keyFrame || (data.getInt(3) & BITS_24) != START_CODE) {
            throw new RefusedImageException("its VP8 chunk does not begin with a key frame");
        }
        return new PixelSize(data.getShort(6) & BITS_14, data.getShort(8) & BITS_14);
    }

    /** A signature, then 14 bits for each side, less one. */
    private static PixelSize readLossless(ByteBuffer data) throws RefusedImageException {
        if (data.get(0) != LOSSLESS_SIGNATURE) {
            throw new RefusedImageException("its VP8L chunk does not begin with the signature 2F");
        }
        int sides = data.getInt(1);
        return new PixelSize((sides & BITS_14) + 1, ((sides >>> 14) & BITS_14) + 1);
    }

    /** Four bytes of flags, then 24 bits for each side of the canvas, less one. */
    private static PixelSize readExtended(ByteBuffer data) {
        return new PixelSize((data.getInt(4) & BITS_24) + 1, (data.getInt(6) >>> 8) + 1);
    }
}
