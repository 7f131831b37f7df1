package dev.easel.api.contract;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RealImageTest {
    private static final Optional<String> NONE = Optional.empty();

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void aWholeImageIsRealAndHalfOfItIsNot(String format) throws IOException {
        byte[] image = TrialProvider.image(format, "a fox", 0);
        assertEquals(NONE, RealImage.faultOf(image));
        for (int length : new int[] {10, image.length / 2, image.length - 20}) {
            assertTrue(RealImage.faultOf(Arrays.copyOf(image, length)).isPresent(), format + " of " + length);
        }
    }

    @Test
    void aWebpIsRealIfItIsWhole() {
        for (String chunk : new String[] {"VP8 ", "VP8L", "VP8X"}) {
            byte[] image = webp(chunk);
            assertEquals(NONE, RealImage.faultOf(image), chunk);
            assertFault("ends too early", Arrays.copyOf(image, image.length - 1));
        }
        assertFault("without a picture", webp("ALPH"));
    }

    @Test
    void anAvifIsRealIfItIsWhole() throws IOException {
        byte[] image = avif(64, 32);
        assertEquals(NONE, RealImage.faultOf(image));
        assertFault("no complete AVIF", Arrays.copyOf(image, image.length - 1));
    }

    @Test
    void tooManyPixelsAreRefused() throws IOException {
        assertEquals(NONE, RealImage.faultOf(avif(10_000, 10_000)));
        assertFault("has 10001 x 10000 pixels; 1 to 100000000 pixels are allowed", avif(10_001, 10_000));
        assertFault("has 0 x 10 pixels", avif(0, 10));
    }

    @Test
    void tooManyPixelsAreRefusedBeforeTheyAreDecoded() throws IOException {
        byte[] image = TrialProvider.image("gif", "a fox", 0);
        Arrays.fill(image, 6, 10, (byte) 0xFF);
        int frame = frameOf(image);
        Arrays.fill(image, frame + 5, frame + 9, (byte) 0xFF);
        assertFault("has 65535 x 65535 pixels", image);
    }

    @Test
    void otherBytesAreShown() {
        assertFault(
                "has 4 bytes that begin with 42 4D 00 01; write a PNG, JPEG, WebP, GIF or AVIF image",
                new byte[] {'B', 'M', 0, 1});
        assertFault("has 0 bytes", new byte[0]);
    }

    private static void assertFault(String expected, byte[] image) {
        String fault = RealImage.faultOf(image).orElse("none");
        assertTrue(fault.contains(expected), fault);
    }

    /** Returns where the first frame begins: after the colours there is nothing else. */
    private static int frameOf(byte[] gif) {
        int position = 13 + 3 * (2 << (gif[10] & 7));
        while (gif[position] != ',') {
            position++;
        }
        return position;
    }

    /** A container around a picture of 8 x 8 pixels that no decoder would accept. */
    private static byte[] webp(String chunk) {
        ByteBuffer image = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
        image.put(ascii("RIFF")).putInt(32).put(ascii("WEBP")).put(ascii(chunk)).putInt(20);
        switch (chunk) {
            case "VP8 " -> image.put(new byte[6]).putShort((short) 8).putShort((short) 8);
            case "VP8L" -> image.put((byte) 0x2F).putInt(7 | 7 << 14);
            default -> image.putInt(0).putInt(7).putShort((short) 0);
        }
        return image.array();
    }

    private static byte[] avif(int width, int height) throws IOException {
        byte[] size = box(
                "ispe",
                ByteBuffer.allocate(12).putInt(0).putInt(width).putInt(height).array());
        ByteArrayOutputStream image = new ByteArrayOutputStream();
        image.write(box("ftyp", ascii("avif\0\0\0\0mif1")));
        image.write(box("meta", box("iprp", box("ipco", size))));
        image.write(box("mdat", new byte[10]));
        return image.toByteArray();
    }

    private static byte[] box(String type, byte[] content) throws IOException {
        ByteArrayOutputStream box = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(box);
        out.writeInt(8 + content.length);
        out.write(ascii(type));
        out.write(content);
        return box.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
