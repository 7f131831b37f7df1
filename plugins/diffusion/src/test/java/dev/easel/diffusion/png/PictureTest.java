package dev.easel.diffusion.png;

import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class PictureTest {

    /** The figures are those of numpy: {@code ((x / 2 + 0.5).clip(0, 1) * 255).round()} in float32. */
    @ParameterizedTest
    @CsvSource({
        "-1, 0",
        "1, 255",
        "0, 128",
        "-2, 0",
        "7.5, 255",
        "0.5, 191",
        "-0.5, 64",
        "-0.99607843, 0",
        "-0.996, 1",
        "0.99608, 255",
        "0.996, 254",
        "Infinity, 255",
        "-Infinity, 0",
        "NaN, 0"
    })
    void aNumberBecomesASampleAsInDiffusers(float number, int sample) {
        Picture picture = Picture.decoded(FloatBuffer.wrap(new float[] {number, -1, -1}), 1, 1);
        assertEquals(sample << 16, picture.pixel(0, 0));
    }

    @Test
    void thePlanesAreRedThenGreenThenBlueRowByRow() {
        float[] planes = {1, -1, -1, -1, -1, -1, -1, 1, -1, -1, -1, -1, -1, -1, -1, -1, 1, 1};
        Picture picture = Picture.decoded(FloatBuffer.wrap(planes), 3, 2);
        assertEquals(3, picture.width());
        assertEquals(2, picture.height());
        assertEquals(0xFF0000, picture.pixel(0, 0));
        assertEquals(0x00FF00, picture.pixel(1, 0));
        assertEquals(0x000000, picture.pixel(2, 0));
        assertEquals(0x0000FF, picture.pixel(1, 1));
        assertEquals(0x0000FF, picture.pixel(2, 1));
    }

    @Test
    void aPictureOfABatchStartsAtTheBuffersPosition() {
        FloatBuffer batch = FloatBuffer.wrap(new float[] {-1, -1, -1, 1, -1, 1});
        batch.position(3);
        assertEquals(0xFF00FF, Picture.decoded(batch, 1, 1).pixel(0, 0));
        assertEquals(3, batch.position());
    }

    @Test
    void whatHappensToTheBufferLaterDoesNotMatter() {
        float[] planes = {1, 1, 1};
        Picture picture = Picture.decoded(FloatBuffer.wrap(planes), 1, 1);
        planes[0] = -1;
        assertEquals(0xFFFFFF, picture.pixel(0, 0));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "-1, -1", "2, 1", "40000, 40000"})
    void thereMustBeThreePlanesOfTheSize(int width, int height) {
        FloatBuffer pixel = FloatBuffer.allocate(3);
        assertThrows(IllegalArgumentException.class, () -> Picture.decoded(pixel, width, height));
    }
}
