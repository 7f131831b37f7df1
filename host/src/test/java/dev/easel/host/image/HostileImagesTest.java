package dev.easel.host.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.easel.host.image.ImageSamples.bytes;
import static dev.easel.host.image.ImageSamples.concat;
import static dev.easel.host.image.ImageSamples.tinyGif;
import static dev.easel.host.image.Inspections.inspect;
import static dev.easel.host.image.Inspections.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** No input makes the inspector throw anything but its refusal, or read without end. */
class HostileImagesTest {

    private static final Duration BOUND = Duration.ofSeconds(20);

    @ParameterizedTest
    @MethodSource("samples")
    void everyPrefixIsReadOrRefused(String sample) {
        byte[] image = ImageSamples.named(sample);
        Assertions.assertTimeoutPreemptively(BOUND, () -> {
            for (int length = 0; length < 24; length++) {
                byte[] prefix = Arrays.copyOf(image, length);
                assertFalse(isServed(prefix), () -> prefix.length + " bytes were taken for an image");
            }
            for (int length = 24; length < image.length; length++) {
                isServed(Arrays.copyOf(image, length));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyDamagedCopyIsReadOrRefused(String sample) {
        byte[] image = ImageSamples.named(sample);
        Random random = new Random(20_260_101);
        int rounds = 20_000;
        int refused = Assertions.assertTimeoutPreemptively(BOUND, () -> {
            int count = 0;
            for (int i = 0; i < rounds; i++) {
                count += isServed(damaged(image, random)) ? 0 : 1;
            }
            return count;
        });
        assertTrue(refused > 0 && refused < rounds, refused + " of " + rounds + " damaged copies were refused");
    }

    @Test
    void aJpegOfFillBytesOnlyIsGivenUp() {
        byte[] jpeg = new byte[1_000_000];
        Arrays.fill(jpeg, (byte) 0xFF);
        jpeg[1] = (byte) 0xD8;
        assertGivenUp("JPEG", jpeg);
    }

    @Test
    void aGifOfCountlessSubBlocksIsGivenUp() {
        byte[] blocks = new byte[1_000_000];
        Arrays.fill(blocks, (byte) 1);
        byte[] screen = Arrays.copyOf(tinyGif(5, 5, 5, 5), 19);
        assertGivenUp("GIF", concat(screen, bytes(0x21, 0xFE), blocks));
    }

    @Test
    void anAvifOfCountlessBoxesIsGivenUp() {
        byte[] box = concat(bytes(0, 0, 0, 8), "free".getBytes(StandardCharsets.US_ASCII));
        byte[] boxes = new byte[1_000_000];
        for (int i = 0; i < boxes.length; i++) {
            boxes[i] = box[i % box.length];
        }
        assertGivenUp("AVIF", concat(Arrays.copyOf(ImageSamples.AVIF, 32), boxes));
    }

    @Test
    void aFileThatShrinksWhileItIsReadIsRefused() {
        HeaderBytes shrunk = new HeaderBytes((target, position) -> -1, 100);
        var refused = Assertions.assertThrows(
                RefusedImageException.class, () -> new ImageInspector(ImageLimits.DEFAULT).inspect(shrunk));
        assertEquals("it became shorter while it was read", refused.getMessage());
    }

    static Stream<String> samples() {
        return ImageSamples.names();
    }

    private static void assertGivenUp(String format, byte[] image) {
        assertEquals(
                "looks like " + format + ", but its size is not among the first 16384 parts of its header;"
                        + " write a complete image",
                refusal(image));
    }

    private static boolean isServed(byte[] image) throws IOException {
        try {
            ImageHeader header = inspect(image);
            assertFalse(header.size().isEmpty() || header.size().hasMorePixelsThan(100_000_000));
            return true;
        } catch (RefusedImageException refused) {
            return false;
        }
    }

    /** Changes one to four bytes, mostly in the header. */
    private static byte[] damaged(byte[] image, Random random) {
        byte[] copy = image.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int bound = random.nextBoolean() ? Math.min(64, copy.length) : copy.length;
            copy[random.nextInt(bound)] = (byte) random.nextInt(256);
        }
        return copy;
    }
}
