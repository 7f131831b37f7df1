package dev.easel.host.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * Portable Network Graphics: a signature, then a chunk {@code IHDR} that begins with width and height and is protected
 * by a checksum.
 *
 * <p>Source: Portable Network Graphics (PNG) Specification, W3C, sections 5.2, 5.3 and 11.2.1 (IHDR).
 */
final class PngFormat implements ImageFormat {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] IHDR_START = {0, 0, 0, 13, 'I', 'H', 'D', 'R'};
    private static final int TYPE_AND_DATA = 4 + 13;

    @Override
    public String name() {
        return "PNG";
    }

    @Override
    public String mediaType() {
        return "image/png";
    }

    @Override
    public boolean recognizes(HeaderBytes bytes) throws IOException, RefusedImageException {
        return bytes.matches(0, SIGNATURE);
    }

    @Override
    public PixelSize readSize(HeaderBytes bytes) throws IOException, RefusedImageException {
        ByteBuffer header = bytes.read(SIGNATURE.length, 4 + TYPE_AND_DATA + 4);
        if (!header.slice(0, IHDR_START.length).equals(ByteBuffer.wrap(IHDR_START))) {
            throw new RefusedImageException("its first chunk is no IHDR of 13 bytes");
        }
        if (header.getInt(4 + TYPE_AND_DATA) != checksum(header.slice(4, TYPE_AND_DATA))) {
            throw new RefusedImageException("the checksum of its IHDR is wrong");
        }
        return new PixelSize(Integer.toUnsignedLong(header.getInt(8)), Integer.toUnsignedLong(header.getInt(12)));
    }

    private static int checksum(ByteBuffer bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
