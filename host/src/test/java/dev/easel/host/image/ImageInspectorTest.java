package dev.easel.host.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.easel.host.image.ImageSamples.bytes;
import static dev.easel.host.image.ImageSamples.concat;
import static dev.easel.host.image.ImageSamples.pngHeader;
import static dev.easel.host.image.ImageSamples.tinyGif;
import static dev.easel.host.image.Inspections.inspect;
import static dev.easel.host.image.Inspections.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class ImageInspectorTest {

    private static final byte[] JPEG_SOF_3x2 = bytes(0xFF, 0xC0, 0, 11, 8, 0, 2, 0, 3, 1, 1, 0x11, 0);

    @ParameterizedTest
    @CsvSource({
        "png, image/png",
        "jpg, image/jpeg",
        "gif, image/gif",
        "webp lossy, image/webp",
        "webp lossless, image/webp",
        "webp extended, image/webp",
        "avif, image/avif"
    })
    void typeAndSizeAreReadFromTheBytes(String sample, String mediaType) throws Exception {
        assertEquals(new ImageHeader(mediaType, ImageSamples.SIZE), inspect(ImageSamples.named(sample)));
    }

    @Test
    void theSmallestWebpIsRead() throws Exception {
        assertEquals(26, ImageSamples.WEBP_ONE_PIXEL.length);
        assertEquals("image/webp", inspect(ImageSamples.WEBP_ONE_PIXEL).mediaType());
    }

    @Test
    void aGifOfTheOlderVersionIsRead() throws Exception {
        byte[] gif = tinyGif(5, 6, 5, 6);
        gif[4] = '7';
        assertEquals(new ImageHeader("image/gif", new PixelSize(5, 6)), inspect(gif));
    }

    @Test
    void jpegSegmentsAndFillBytesBeforeTheFrameAreSkipped() throws Exception {
        byte[] jpeg = concat(
                bytes(0xFF, 0xD8),
                bytes(0xFF, 0xE1, 0, 6, 0xFF, 0xC0, 9, 9),
                bytes(0xFF, 0x01),
                bytes(0xFF, 0xFF),
                bytes(0xFF, 0xC4, 0, 3, 7),
                JPEG_SOF_3x2);
        assertEquals(new ImageHeader("image/jpeg", new PixelSize(3, 2)), inspect(jpeg));
    }

    @Test
    void aProgressiveJpegIsRead() throws Exception {
        byte[] frame = JPEG_SOF_3x2.clone();
        frame[1] = (byte) 0xC2;
        assertEquals(
                new PixelSize(3, 2), inspect(concat(bytes(0xFF, 0xD8), frame)).size());
    }

    @Test
    void otherBytesAreRefusedAndShown() {
        assertEquals(
                "starts with 3C 68 74 6D 6C 3E, which is no PNG, JPEG, WebP, GIF or AVIF",
                refusal("<html>".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void noMoreThanTwelveBytesOfOtherContentAreShown() {
        assertEquals(
                "starts with 61 61 61 61 61 61 61 61 61 61 61 61, which is no PNG, JPEG, WebP, GIF or AVIF",
                refusal("a".repeat(500).getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void anEmptyFileIsRefused() {
        assertEquals("is empty; PNG, JPEG, WebP, GIF or AVIF is allowed", refusal(new byte[0]));
    }

    @Test
    void aPngThatEndsInItsHeaderIsRefused() {
        assertEquals(
                "looks like PNG, but it ends after 32 bytes, within its header; write a complete image",
                refusal(Arrays.copyOf(pngHeader(1, 1), 32)));
    }

    @Test
    void aPngWithoutIhdrIsRefused() {
        byte[] png = pngHeader(1, 1);
        png[12] = 'X';
        assertEquals(
                "looks like PNG, but its first chunk is no IHDR of 13 bytes; write a complete image", refusal(png));
    }

    @Test
    void aPngWhoseHeaderWasDamagedIsRefused() {
        byte[] png = pngHeader(64, 64);
        png[19] = 65;
        assertEquals("looks like PNG, but the checksum of its IHDR is wrong; write a complete image", refusal(png));
    }

    @Test
    void aWebpThatWasCutOffIsRefused() {
        assertEquals(
                "looks like WebP, but it ends after 99 of 100 bytes; write a complete image",
                refusal(Arrays.copyOf(ImageSamples.WEBP_LOSSY, 99)));
    }

    @Test
    void aWebpOfAnUnknownKindIsRefused() {
        byte[] webp = ImageSamples.WEBP_LOSSY.clone();
        webp[15] = '9';
        assertEquals(
                "looks like WebP, but its first chunk is none of VP8, VP8L and VP8X; write a complete image",
                refusal(webp));
    }

    @Test
    void aJpegWithoutFrameHeaderIsRefused() {
        assertEquals(
                "looks like JPEG, but it has no frame header before byte 2; write a complete image",
                refusal(bytes(0xFF, 0xD8, 0xFF, 0xDA, 0, 4, 0, 0)));
    }

    @Test
    void aGifWithoutImageIsRefused() {
        byte[] gif = tinyGif(5, 6, 5, 6);
        gif[19] = ';';
        assertEquals(
                "looks like GIF, but it has no image where one is expected, at byte 19; write a complete image",
                refusal(gif));
    }

    @Test
    void aPngOfTooManyPixelsIsRefused() {
        assertEquals(
                "is PNG of 100000 x 100000 pixels; 1 to 100000000 pixels are allowed",
                refusal(pngHeader(100_000, 100_000)));
    }

    @Test
    void sidesWhoseProductOverflowsAreRefused() {
        assertEquals(
                "is PNG of 4294967295 x 4294967295 pixels; 1 to 100000000 pixels are allowed",
                refusal(pngHeader(-1, -1)));
    }

    @Test
    void aGifOf35BytesThatClaimsBillionsOfPixelsIsRefused() {
        assertEquals(
                "is GIF of 65535 x 65535 pixels; 1 to 100000000 pixels are allowed",
                refusal(tinyGif(65_535, 65_535, 65_535, 65_535)));
    }

    @Test
    void aGifWhoseFrameIsLargerThanItsScreenIsRefusedByItsFrame() {
        assertEquals(
                "is GIF of 65535 x 65535 pixels; 1 to 100000000 pixels are allowed",
                refusal(tinyGif(1, 1, 65_535, 65_535)));
    }

    @Test
    void exactlyTheAllowedPixelsAreServedAndOneRowMoreIsNot() throws Exception {
        assertEquals(
                new PixelSize(10_000, 10_000),
                inspect(pngHeader(10_000, 10_000)).size());
        assertThrows(RefusedImageException.class, () -> inspect(pngHeader(10_000, 10_001)));
    }

    @Test
    void imagesWithoutPixelsAreRefused() {
        assertEquals("is PNG of 0 x 7 pixels; 1 to 100000000 pixels are allowed", refusal(pngHeader(0, 7)));
        assertEquals("is GIF of 0 x 0 pixels; 1 to 100000000 pixels are allowed", refusal(tinyGif(0, 0, 5, 5)));
        assertEquals("is GIF of 0 x 0 pixels; 1 to 100000000 pixels are allowed", refusal(tinyGif(5, 5, 5, 0)));
        byte[] heightToFollow = concat(bytes(0xFF, 0xD8), JPEG_SOF_3x2);
        heightToFollow[8] = 0;
        assertEquals("is JPEG of 3 x 0 pixels; 1 to 100000000 pixels are allowed", refusal(heightToFollow));
    }

    @Test
    void aFileBeyondTheAllowedLengthIsRefused() {
        var tooLong = new HeaderBytes((target, position) -> -1, 67_108_865);
        var refused = assertThrows(
                RefusedImageException.class, () -> new ImageInspector(ImageLimits.DEFAULT).inspect(tooLong));
        assertEquals("has 67108865 bytes; at most 67108864 bytes are allowed", refused.getMessage());
    }
}
