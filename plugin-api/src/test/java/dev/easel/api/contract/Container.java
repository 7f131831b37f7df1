package dev.easel.api.contract;

import java.awt.Dimension;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;

/** The bytes of an image, and the sizes that stand in containers of WebP (RFC 9649) and AVIF (ISO/IEC 23008-12). */
final class Container {
    private final byte[] bytes;

    Container(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean hasAt(int position, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        return position + wanted.length <= bytes.length
                && Arrays.equals(bytes, position, position + wanted.length, wanted, 0, wanted.length);
    }

    String start() {
        return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes, 0, Math.min(12, bytes.length));
    }

    Dimension sizeOfWebp() throws RealImage.Fault {
        ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < 30 || 8 + Integer.toUnsignedLong(data.getInt(4)) > bytes.length) {
            throw new RealImage.Fault("is a WebP that ends too early; write a complete image");
        }
        if (hasAt(12, "VP8 ")) {
            return new Dimension(data.getShort(26) & 0x3FFF, data.getShort(28) & 0x3FFF);
        }
        if (hasAt(12, "VP8L")) {
            int sides = data.getInt(21);
            return new Dimension((sides & 0x3FFF) + 1, ((sides >>> 14) & 0x3FFF) + 1);
        }
        if (hasAt(12, "VP8X")) {
            return new Dimension((data.getInt(24) & 0xFFFFFF) + 1, (data.getInt(26) >>> 8) + 1);
        }
        throw new RealImage.Fault("is a WebP without a picture; write a complete image");
    }

    Dimension sizeOfAvif() throws RealImage.Fault {
        ByteBuffer data = ByteBuffer.wrap(bytes);
        long box = 0;
        while (box + 8 <= bytes.length) {
            long length = Integer.toUnsignedLong(data.getInt((int) box));
            box = length == 0 ? bytes.length : box + Math.max(8, length == 1 ? data.getLong((int) box + 8) : length);
        }
        int size = indexOf("ispe");
        if (box != bytes.length || !isAvif(data.getInt(0)) || size < 0) {
            throw new RealImage.Fault("is no complete AVIF; write a complete image");
        }
        // A type, then a version with flags, then width and height.
        return new Dimension(data.getInt(size + 8), data.getInt(size + 12));
    }

    /** The brands fill the first box. */
    private boolean isAvif(int firstBox) {
        return IntStream.of(indexOf("avif"), indexOf("avis")).anyMatch(brand -> brand > 0 && brand < firstBox);
    }

    private int indexOf(String text) {
        int position = 0;
        while (position < bytes.length && !hasAt(position, text)) {
            position++;
        }
        return position < bytes.length ? position : -1;
    }
}
