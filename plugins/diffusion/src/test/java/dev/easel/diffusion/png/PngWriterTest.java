package dev.easel.diffusion.png;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PngWriterTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 40", "40, 1", "3, 2", "217, 131", "256, 256"})
    void anotherReaderSeesEveryPixelAsItIs(int width, int height) throws IOException {
        Picture picture = randomPicture(width, height);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(png(picture, List.of())));
        assertEquals(width, read.getWidth());
        assertEquals(height, read.getHeight());
        for (int i = 0; i < width * height; i++) {
            int x = i % width;
            int y = i / width;
            assertEquals(picture.pixel(x, y), read.getRGB(x, y) & 0xFFFFFF);
        }
    }

    @Test
    void aFileIsAHeaderThenDataThenTheEnd() throws IOException {
        List<PngChunk> chunks = PngChunk.of(png(randomPicture(5, 3), List.of()));
        assertEquals(List.of("IHDR", "IDAT", "IEND"), types(chunks));
        assertEquals("\0\0\0\5\0\0\0\3\10\2\0\0\0", chunks.get(0).latin());
        assertEquals("", chunks.get(2).latin());
    }

    @Test
    void aLargePictureHasItsDataInSeveralChunks() throws IOException {
        List<PngChunk> chunks = PngChunk.of(png(randomPicture(256, 256), List.of()));
        List<PngChunk> data =
                chunks.stream().filter(chunk -> chunk.type().equals("IDAT")).toList();
        assertEquals(chunks.size() - 2, data.size());
        assertTrue(data.size() > 1);
        assertTrue(data.stream().allMatch(chunk -> chunk.content().size() <= 1 << 16));
    }

    @Test
    void textsStandBeforeTheData() throws IOException {
        List<PngText> texts = List.of(new PngText("parameters", "a café\nSteps: 4"), new PngText("Comment", "猫 🐈"));
        List<PngChunk> chunks = PngChunk.of(png(randomPicture(2, 2), texts));
        assertEquals(List.of("IHDR", "tEXt", "iTXt", "IDAT", "IEND"), types(chunks));
        assertEquals("parameters\0a café\nSteps: 4", chunks.get(1).latin());
        assertEquals("Comment\0\0\0\0\0猫 🐈", chunks.get(2).utf8());
    }

    @Test
    void anotherReaderSeesTheTexts() throws IOException {
        byte[] png = png(randomPicture(2, 2), List.of(new PngText("parameters", "ok"), new PngText("Title", "ž")));
        assertEquals("[parameters=ok, Title=ž]", ReadTexts.of(png).toString());
    }

    @Test
    void theSamePictureAndTextsGiveTheSameBytes() throws IOException {
        List<PngText> texts = List.of(new PngText("parameters", "a"));
        assertArrayEquals(png(randomPicture(50, 50), texts), png(randomPicture(50, 50), texts));
    }

    @Test
    void aSmoothPictureIsPackedWell() throws IOException {
        float[] ramp = new float[3 * 256 * 256];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = (i % 256 + i / 256 % 256) / 255f - 1;
        }
        byte[] png = png(Picture.decoded(FloatBuffer.wrap(ramp), 256, 256), List.of());
        assertTrue(png.length < ramp.length / 50, () -> png.length + " bytes");
    }

    @Test
    void theStreamStaysOpenAndItsFailureIsTold() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("disk full");
            }
        };
        Picture picture = randomPicture(2, 2);
        PngWriter writer = new PngWriter(full);
        assertThrows(IOException.class, () -> writer.write(picture, List.of()));
    }

    private static List<String> types(List<PngChunk> chunks) {
        return chunks.stream().map(PngChunk::type).toList();
    }

    private static Picture randomPicture(int width, int height) {
        SplittableRandom random = new SplittableRandom(1);
        float[] values = new float[3 * width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextDouble() * 2 - 1);
        }
        return Picture.decoded(FloatBuffer.wrap(values), width, height);
    }

    private static byte[] png(Picture picture, List<PngText> texts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                throw new AssertionError("the stream was closed");
            }
        };
        new PngWriter(out).write(picture, texts);
        return out.toByteArray();
    }
}
