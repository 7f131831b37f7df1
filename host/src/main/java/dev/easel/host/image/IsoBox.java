package dev.easel.host.image;

import java.io.IOException;
import java.util.Optional;

/**
 * One box of an ISO base media file.
 *
 * <p>Source: ISO/IEC 14496-12, section 4.2: a box begins with its size (32 bits) and type; size 1 means that 64 bits of
 * size follow the type, size 0 that the box reaches to the end of what holds it.
 *
 * @param type four characters
 * @param contentAt the position of its first byte after size and type
 * @param end the position after its last byte
 */
record IsoBox(String type, long contentAt, long end) {

    private static final int SHORT_HEADER = 8;
    private static final int LONG_HEADER = 16;

    /**
     * Reads the header of a box.
     *
     * @param limit where that which holds the box ends
     * @throws RefusedImageException if the box is smaller than its header or reaches beyond the limit
     */
    static IsoBox read(HeaderBytes bytes, long position, long limit) throws IOException, RefusedImageException {
        long size = Integer.toUnsignedLong(bytes.read(position, 4).getInt());
        String type = bytes.readName(position + 4);
        int header = SHORT_HEADER;
        if (size == 1) {
            header = LONG_HEADER;
            size = bytes.read(position + SHORT_HEADER, 8).getLong();
        } else if (size == 0) {
            size = limit - position;
        }
        if (size < header || size > limit - position) {
            throw new RefusedImageException("the box at byte " + position + " has the impossible size "
                    + Long.toUnsignedString(size) + " within " + (limit - position) + " bytes");
        }
        return new IsoBox(type, position + header, position + size);
    }

    /**
     * Finds the first box of a type.
     *
     * @param position where the first of the boxes begins
     * @param limit where the last of them ends
     */
    static Optional<IsoBox> find(String type, HeaderBytes bytes, long position, long limit)
            throws IOException, RefusedImageException {
        long next = position;
        while (next < limit) {
            IsoBox box = read(bytes, next, limit);
            if (box.type.equals(type)) {
                return Optional.of(box);
            }
            next = box.end;
        }
        return Optional.empty();
    }
}
