package dev.easel.host.image;

import java.io.IOException;

/**
 * JPEG: marker segments, of which the frame header (SOF) holds height and width.
 *
 * <p>A height of 0, to be defined later by a DNL segment, is legal but read by no browser, and refused as an empty
 * image.
 *
 * <p>Source: ISO/IEC 10918-1 (ITU-T T.81), annex B: B.1.1.2 (markers and fill bytes), table B.1 (codes), B.2.2 (frame
 * header).
 */
final class JpegFormat implements ImageFormat {

    private static final int FILL = 0xFF;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;

    @Override
    public String name() {
        return "JPEG";
    }

    @Override
    public String mediaType() {
        return "image/jpeg";
    }

    @Override
    public boolean recognizes(HeaderBytes bytes) throws IOException, RefusedImageException {
        return bytes.matches(0, (byte) 0xFF, (byte) 0xD8, (byte) 0xFF);
    }

    @Override
    public PixelSize readSize(HeaderBytes bytes) throws IOException, RefusedImageException {
        long position = 2;
        int marker = readMarker(bytes, position);
        while (!isFrameHeader(marker)) {
            position += lengthOf(marker, bytes, position);
            marker = readMarker(bytes, position);
        }
        return readFrame(bytes, position);
    }

    private static int readMarker(HeaderBytes bytes, long position) throws IOException, RefusedImageException {
        int marker = Short.toUnsignedInt(bytes.read(position, 2).getShort());
        if (marker <= 0xFF00) {
            throw new RefusedImageException("it has no marker at byte " + position);
        }
        return marker & 0xFF;
    }

    /** Returns the length of a marker together with its segment, at least 1. */
    private static int lengthOf(int marker, HeaderBytes bytes, long position)
            throws IOException, RefusedImageException {
        if (marker == FILL) {
            return 1;
        }
        if (marker == START_OF_SCAN || marker == END_OF_IMAGE) {
            throw new RefusedImageException("it has no frame header before byte " + position);
        }
        return isAlone(marker)
                ? 2
                : 2 + Short.toUnsignedInt(bytes.read(position + 2, 2).getShort());
    }

    /** TEM and RST0 to RST7 have no segment. */
    private static boolean isAlone(int marker) {
        return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7);
    }

    /** SOF0 to SOF15, whose range DHT (C4), JPG (C8) and DAC (CC) interrupt. */
    private static boolean isFrameHeader(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    /** After the marker come the segment's length (2 bytes), the precision (1), height (2) and width (2). */
    private static PixelSize readFrame(HeaderBytes bytes, long position) throws IOException, RefusedImageException {
        int height = Short.toUnsignedInt(bytes.read(position + 5, 2).getShort());
        int width = Short.toUnsignedInt(bytes.read(position + 7, 2).getShort());
        return new PixelSize(width, height);
    }
}
