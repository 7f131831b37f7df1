package dev.easel.diffusion.noise;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** The figures are those of PyTorch 1.13 on x86-64, {@code torch.randn(size, generator=...)}. */
class SeededNoiseTest {
    private static final float TOLERANCE = 1e-5f;

    @ParameterizedTest
    @CsvSource({
        "0, 1, 0:1.540996",
        "0, 15, 0:1.540996 7:0.8380263 14:-1.071187",
        "0, 16, 0:-1.12584 7:-2.115219 8:0.3222749 15:-0.2472782",
        "0, 17, 0:-1.12584 1:-1.695931 7:1.853006 8:0.4680964 16:0.9318266",
        "0, 40, 0:-1.12584 7:-2.115219 20:0.5988395 24:-0.2158633 39:1.706643",
        "0, 16384, 0:-1.12584 7:-2.115219 8192:0.2651573 16368:-0.3601479 16383:-1.078208",
        "42, 1, 0:0.3366904",
        "42, 15, 0:0.3366904 7:-0.637997 14:-0.9889599",
        "42, 16, 0:1.926915 7:-1.604667 8:-0.7521353 15:0.7624454",
        "42, 17, 0:1.926915 1:-0.1595975 7:1.680621 8:0.3558599 16:-0.3097268",
        "42, 40, 0:1.926915 7:-1.604667 20:-0.7581311 24:0.03491234 39:-1.286216",
        "42, 16384, 0:1.926915 7:-1.604667 8192:-0.7977822 16368:1.241398 16383:-0.2934061",
        "1234567890, 1, 0:-0.3727743",
        "1234567890, 15, 0:-0.3727743 7:-0.0748852 14:1.308865",
        "1234567890, 16, 0:0.6698279 7:-0.9464896 8:0.7820197 15:0.820416",
        "1234567890, 17, 0:0.6698279 1:0.5863808 7:0.7103994 8:0.07920603 16:1.610604",
        "1234567890, 40, 0:0.6698279 7:-0.9464896 20:1.019681 24:-1.954795 39:-0.7962269",
        "1234567890, 16384, 0:0.6698279 7:-0.9464896 8192:0.8118786 16368:-0.7760744 16383:-1.295311"
    })
    void aDrawIsThatOfPyTorch(long seed, int size, String figures) {
        float[] drawn = new SeededNoise(seed).draw(size);
        assertEquals(size, drawn.length);
        for (String figure : figures.split(" ", -1)) {
            int at = Integer.parseInt(figure.substring(0, figure.indexOf(':')));
            float expected = Float.parseFloat(figure.substring(figure.indexOf(':') + 1));
            assertEquals(expected, drawn[at], TOLERANCE, () -> "number " + at);
        }
    }

    @Test
    void successiveDrawsGoOnAsInPyTorch() {
        NoiseSource noise = new SeededNoise(42);
        assertLast(noise, 1, 0.3366904f);
        assertLast(noise, 1, 0.1288094f);
        assertLast(noise, 16, 2.322806f, -0.9633659f);
        assertLast(noise, 3, 0.8093572f, 1.11029f);
        assertLast(noise, 17, 0.6756149f, -0.09780689f);
        assertLast(noise, 1, -1.689799f);
        assertLast(noise, 2, -0.1735405f, 1.384954f);
        assertLast(noise, 40, 1.279459f, -0.01268548f);
    }

    @Test
    void theSecondOfAPairIsKeptWhileALargerDrawComesBetween() {
        NoiseSource noise = new SeededNoise(42);
        assertLast(noise, 3, 0.1288094f, 0.2344624f);
        assertLast(noise, 16, 1.573027f, -0.9228289f);
        assertLast(noise, 1, 0.230333f);
        assertLast(noise, 1, 1.11029f);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, -2.664298, -1.091049, 0.4514474",
        "-2, -0.7894263, -0.3830639, -1.032833",
        "4294967296, -1.12584, -1.15236, -0.2505786",
        "4294967303, -0.8201345, 0.3956312, 0.8989085",
        "-9223372036854775808, -1.12584, -1.15236, -0.2505786",
        "9223372036854775807, -2.664298, -1.091049, 0.4514474"
    })
    void ofNegativeAndOfLongSeedsTheLower32BitsCountAsInPyTorch(long seed, float first, float second, float third) {
        float[] start = Arrays.copyOf(new SeededNoise(seed).draw(16), 3);
        assertArrayEquals(new float[] {first, second, third}, start, TOLERANCE);
    }

    @Test
    void theBitsAreTheSameOnEveryMachine() {
        NoiseSource noise = new SeededNoise(2718);
        assertEquals(1353479751, Arrays.hashCode(noise.draw(16384)));
        assertEquals(651138438, Arrays.hashCode(noise.draw(16391)));
        assertEquals(-838441941, Arrays.hashCode(noise.draw(9)));
    }

    @Test
    void nothingIsDrawnWhereNothingIsWanted() {
        NoiseSource noise = new SeededNoise(42);
        assertEquals(0, noise.draw(0).length);
        assertLast(noise, 1, 0.3366904f);
    }

    @Test
    void aMillionNumbersHaveMean0AndDeviation1AndAreAllFinite() {
        float[] numbers = new SeededNoise(99).draw(1_000_000);
        assertEquals(0, all(numbers).average().orElseThrow(), 0.004);
        assertEquals(1, all(numbers).map(number -> number * number).average().orElseThrow(), 0.006);
        assertFalse(all(numbers).anyMatch(number -> !Double.isFinite(number)));
    }

    private static DoubleStream all(float[] numbers) {
        return IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]);
    }

    private static void assertLast(NoiseSource noise, int size, float... expected) {
        float[] drawn = noise.draw(size);
        assertArrayEquals(expected, Arrays.copyOfRange(drawn, size - expected.length, size), TOLERANCE);
    }
}
