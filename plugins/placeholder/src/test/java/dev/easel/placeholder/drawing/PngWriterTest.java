package dev.easel.placeholder.drawing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PngWriterTest {

    @Test
    void anotherReaderSeesEveryPixelAsItWas() throws IOException {
        Canvas canvas = new Canvas(300, 217);
        SplittableRandom random = new SplittableRandom(1);
        canvas.cover((x, y, colour) -> {
            colour[0] = random.nextInt(256);
            colour[1] = x % 256;
            colour[2] = y;
            colour[3] = 1;
        });
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(png(canvas)));
        assertEquals(300, read.getWidth());
        assertEquals(217, read.getHeight());
        for (int i = 0; i < 300 * 217; i++) {
            assertEquals(canvas.pixel(i % 300, i / 300), read.getRGB(i % 300, i / 300) & 0xFFFFFF);
        }
    }

    @Test
    void onePixelIsEnough() throws IOException {
        Canvas canvas = new Canvas(1, 1);
        canvas.cover(Paint.solid(Rgb.of(0xABCDEF)));
        assertEquals(
                0xABCDEF, ImageIO.read(new ByteArrayInputStream(png(canvas))).getRGB(0, 0) & 0xFFFFFF);
    }

    private static byte[] png(Canvas canvas) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PngWriter(canvas).write(out);
        return out.toByteArray();
    }
}
