package dev.easel.openai.answer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How many pixels an image says that it has.
 *
 * @param width as its header has it
 * @param height as its header has it
 */
record PixelSize(long width, long height) {
    /** As far as the sizes of all known formats but JPEG and AVIF reach. */
    static final int HEADER = 32;

    private static final int SHORT = 0xFFFF;
    private static final int WEBP_SIDE = 0x3FFF;
    private static final int WEBP_CANVAS_SIDE = 0xFFFFFF;

    /**
     * Reads the size of a PNG, GIF or WebP; that of other formats stands too far behind for a glance, and is left to
     * the host.
     *
     * @param header the first bytes of an image
     */
    static Optional<PixelSize> in(byte[] header) {
        if (header.length < HEADER) {
            return Optional.empty();
        }
        String text = new String(header, StandardCharsets.ISO_8859_1);
        ByteBuffer bytes = ByteBuffer.wrap(header);
        if (text.startsWith("\u0089PNG") && text.startsWith("IHDR", 12)) {
            return Optional.of(
                    new PixelSize(Integer.toUnsignedLong(bytes.getInt(16)), Integer.toUnsignedLong(bytes.getInt(20))));
        }
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        if (text.startsWith("GIF8")) {
            return Optional.of(new PixelSize(bytes.getShort(6) & SHORT, bytes.getShort(8) & SHORT));
        }
        return text.startsWith("WEBPVP8", 8) ? ofWebp(text.charAt(15), bytes) : Optional.empty();
    }

    /** Reads the three forms of WebP (RFC 9649). */
    private static Optional<PixelSize> ofWebp(char form, ByteBuffer bytes) {
        return switch (form) {
            case ' ' -> Optional.of(new PixelSize(bytes.getShort(26) & WEBP_SIDE, bytes.getShort(28) & WEBP_SIDE));
            case 'L' -> {
                int sides = bytes.getInt(21);
                yield Optional.of(new PixelSize((sides & WEBP_SIDE) + 1, ((sides >>> 14) & WEBP_SIDE) + 1));
            }
            case 'X' ->
                Optional.of(new PixelSize(
                        (bytes.getInt(24) & WEBP_CANVAS_SIDE) + 1, ((bytes.getInt(26) >>> 8) & WEBP_CANVAS_SIDE) + 1));
            default -> Optional.empty();
        };
    }

    /** Tells whether there are more pixels than so many, however large the sides are. */
    boolean exceeds(long pixels) {
        return height != 0 && width > pixels / height;
    }

    @Override
    public String toString() {
        return width + " x " + height + " pixels";
    }
}
