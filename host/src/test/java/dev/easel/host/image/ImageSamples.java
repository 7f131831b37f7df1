package dev.easel.host.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Valid images of 70 x 46 pixels in every format; what Java does not write was written by libwebp and libavif. */
final class ImageSamples {

    static final PixelSize SIZE = new PixelSize(70, 46);

    static final byte[] WEBP_LOSSY =
            decode("UklGRlwAAABXRUJQVlA4IFAAAAAQBACdASpGAC4AP83i6m2/tzEqKIgD8DmJYwAAO9oTRuD7GNL2yC0A"
                    + "AAD+21H/8RdPeAal88boTYRTa3UGoCW7WBUYqsUAIDPS8Dn/AAAAAA==");
    static final byte[] WEBP_LOSSLESS =
            decode("UklGRi4AAABXRUJQVlA4TCEAAAAvRUALAA9wTebT/E/m/McSyIJBMsvfIpMx9EX0P5KBngIA");
    static final byte[] WEBP_EXTENDED =
            decode("UklGRngAAABXRUJQVlA4WAoAAAAEAAAARQAALQAAVlA4IFAAAAAQBACdASpGAC4AP83i6m2/tzEqKIgD"
                    + "8DmJYwAAO9oTRuD7GNL2yC0AAAD+21H/8RdPeAal88boTYRTa3UGoCW7WBUYqsUAIDPS8Dn/AAAAAFhNUCABAAAAeAA=");
    static final byte[] WEBP_ONE_PIXEL = decode("UklGRhIAAABXRUJQVlA4TAYAAAAvQWxvAGs=");
    static final byte[] AVIF =
            decode("AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUEAAADybWV0YQAAAAAAAAAoaGRscgAAAAAAAAAAcGlj"
                    + "dAAAAAAAAAAAAAAAAGxpYmF2aWYAAAAADnBpdG0AAAAAAAEAAAAeaWxvYwAAAABEAAABAAEAAAABAAABGgAAADMAAAAoaWlu"
                    + "ZgAAAAAAAQAAABppbmZlAgAAAAABAABhdjAxQ29sb3IAAAAAamlwcnAAAABLaXBjbwAAABRpc3BlAAAAAAAAAEYAAAAuAAAA"
                    + "EHBpeGkAAAAAAwgICAAAAAxhdjFDgSAAAAAAABNjb2xybmNseAABAA0ABoAAAAAXaXBtYQAAAAAAAAABAAEEAQKDBAAAADtt"
                    + "ZGF0EgAKCTgZYtrCAhoNIDIkRegH///4oNf/JgYM31SepIjdoTPw9wZLmlyLDM3rBNF3sYVg");

    private ImageSamples() {}

    /** The names of all kinds, for {@link #named(String)}. */
    static Stream<String> names() {
        return Stream.of("png", "jpg", "gif", "webp lossy", "webp lossless", "webp extended", "avif");
    }

    static byte[] named(String name) {
        return switch (name) {
            case "png", "jpg", "gif" -> written(name);
            case "webp lossy" -> WEBP_LOSSY.clone();
            case "webp lossless" -> WEBP_LOSSLESS.clone();
            case "webp extended" -> WEBP_EXTENDED.clone();
            case "avif" -> AVIF.clone();
            default -> throw new IllegalArgumentException(name);
        };
    }

    static byte[] png() {
        return written("png");
    }

    static byte[] jpeg() {
        return written("jpg");
    }

    static byte[] gif() {
        return written("gif");
    }

    /** A PNG that has a header, with the right checksum, and nothing else. */
    static byte[] pngHeader(int width, int height) {
        ByteBuffer png = ByteBuffer.allocate(33);
        png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        png.putInt(13).put(new byte[] {'I', 'H', 'D', 'R'}).putInt(width).putInt(height);
        png.put(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(png.array(), 12, 17);
        return png.putInt((int) crc.getValue()).array();
    }

    /** A complete GIF of 35 bytes, without extensions, whose screen and only frame claim these sizes. */
    static byte[] tinyGif(int screenWidth, int screenHeight, int frameWidth, int frameHeight) {
        ByteBuffer gif = ByteBuffer.allocate(35).order(ByteOrder.LITTLE_ENDIAN);
        gif.put(new byte[] {'G', 'I', 'F', '8', '9', 'a'});
        gif.putShort((short) screenWidth).putShort((short) screenHeight).put(new byte[] {(byte) 0x80, 0, 0});
        gif.put(new byte[] {0, 0, 0, -1, -1, -1});
        gif.put((byte) ',')
                .putInt(0)
                .putShort((short) frameWidth)
                .putShort((short) frameHeight)
                .put((byte) 0);
        return gif.put(new byte[] {2, 2, 0x4C, 1, 0, ';'}).array();
    }

    /** Bytes from numbers, of which each fits a byte. */
    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] written(String format) {
        BufferedImage image = new BufferedImage((int) SIZE.width(), (int) SIZE.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 4, 0x336699);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] decode(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
