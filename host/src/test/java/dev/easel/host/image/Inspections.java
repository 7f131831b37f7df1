package dev.easel.host.image;

import java.io.IOException;
import java.nio.ByteBuffer;

import static org.junit.jupiter.api.Assertions.assertThrows;

/** Inspects bytes in memory with the limits that the host uses. */
final class Inspections {

    private Inspections() {}

    static ImageHeader inspect(byte[] image) throws IOException, RefusedImageException {
        return new ImageInspector(ImageLimits.DEFAULT).inspect(header(image));
    }

    /** Returns why the image is refused. */
    static String refusal(byte[] image) {
        return String.valueOf(
                assertThrows(RefusedImageException.class, () -> inspect(image)).getMessage());
    }

    static HeaderBytes header(byte[] image) {
        return new HeaderBytes((target, position) -> read(image, target, position), image.length);
    }

    private static int read(byte[] image, ByteBuffer target, long position) {
        if (position >= image.length) {
            return -1;
        }
        int count = (int) Math.min(target.remaining(), image.length - position);
        target.put(image, (int) position, count);
        return count;
    }
}
