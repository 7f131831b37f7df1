package dev.easel.placeholder.drawing;

import java.awt.geom.Path2D;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CanvasTest {
    private static final Rgb WHITE = Rgb.of(0xFFFFFF);
    private final Canvas canvas = new Canvas(64, 64);

    @Test
    void aFilledShapeHasItsColourInsideAndNothingOutside() {
        canvas.fill(Shapes.rectangle(10, 20, 30, 5), Paint.solid(Rgb.of(0x123456)));
        assertEquals(0x123456, canvas.pixel(10, 20));
        assertEquals(0x123456, canvas.pixel(39, 24));
        assertEquals(0, canvas.pixel(9, 20));
        assertEquals(0, canvas.pixel(40, 24));
        assertEquals(0, canvas.pixel(20, 25));
    }

    @Test
    void aPixelThatIsHalfCoveredIsHalfTheColour() {
        canvas.fill(Shapes.rectangle(10.5, 10, 10, 10), Paint.solid(WHITE));
        assertEquals(128, canvas.pixel(10, 15) & 0xFF, 1);
        assertEquals(128, canvas.pixel(20, 15) & 0xFF, 1);
    }

    @Test
    void theCoveredAreaOfACircleIsItsArea() {
        canvas.fill(Shapes.circle(31.3, 32.7, 20), Paint.solid(WHITE));
        assertEquals(Math.PI * 400, coveredArea(), 6);
    }

    @Test
    void aSlantedEdgeCoversTheRightArea() {
        canvas.fill(Shapes.polygon(2.2, 3.1, 60.4, 20.9, 9.8, 61.5), Paint.solid(WHITE));
        double twice = (60.4 - 2.2) * (61.5 - 3.1) - (9.8 - 2.2) * (20.9 - 3.1);
        assertEquals(twice / 2, coveredArea(), 3);
    }

    @Test
    void aRingHasAHole() {
        canvas.fill(Shapes.ring(32, 32, 20, 10), Paint.solid(WHITE));
        assertEquals(0, canvas.pixel(32, 32));
        assertEquals(0xFFFFFF, canvas.pixel(32, 17));
        assertEquals(Math.PI * 300, coveredArea(), 6);
    }

    @Test
    void overlappingPartsOfOneShapeAreCoveredOnce() {
        Path2D both = Shapes.rectangle(10, 10, 20, 20);
        both.append(Shapes.rectangle(20, 10, 20, 20), false);
        canvas.fill(both, Paint.translucent(WHITE, 0.5));
        assertEquals(canvas.pixel(12, 15) & 0xFF, canvas.pixel(28, 15) & 0xFF, 1);
    }

    @Test
    void whatLiesOutsideTheCanvasIsCutOff() {
        canvas.fill(Shapes.circle(0, 0, 10), Paint.solid(WHITE));
        canvas.fill(Shapes.circle(64, 64, 10), Paint.solid(WHITE));
        canvas.fill(Shapes.rectangle(-100, 200, 500, 50), Paint.solid(WHITE));
        canvas.fill(Shapes.rectangle(-100, 30, 500, 4), Paint.solid(WHITE));
        assertEquals(Math.PI * 50 + 64 * 4, coveredArea(), 4);
    }

    @Test
    void oneShapeLeavesNothingBehindForTheNext() {
        canvas.fill(Shapes.circle(90, 30, 40), Paint.solid(WHITE));
        canvas.cover(Paint.solid(Rgb.of(0)));
        canvas.fill(Shapes.rectangle(1, 1, 2, 2), Paint.solid(WHITE));
        assertEquals(4, coveredArea(), 0.1);
    }

    @Test
    void aSolidColourIsNotDithered() {
        canvas.cover(Paint.solid(Rgb.of(0x80FF01)));
        for (int i = 0; i < 64 * 64; i++) {
            assertEquals(0x80FF01, canvas.pixel(i % 64, i / 64));
        }
    }

    @Test
    void aColourBetweenTwoStepsIsDitheredToItsMean() {
        canvas.cover(Paint.solid(new Rgb(100.25, 100.5, 100.75)));
        double red = 0;
        double blue = 0;
        for (int i = 0; i < 64 * 64; i++) {
            red += (canvas.pixel(i % 64, i / 64) >> 16) & 0xFF;
            blue += canvas.pixel(i % 64, i / 64) & 0xFF;
        }
        assertEquals(100.25, red / (64 * 64), 0.02);
        assertEquals(100.75, blue / (64 * 64), 0.02);
    }

    @Test
    void aGradientGoesFromOneColourToTheOther() {
        canvas.cover(Paint.vertical(Rgb.of(0), WHITE, 0, 64));
        assertTrue((canvas.pixel(5, 0) & 0xFF) < 5);
        assertEquals(128, canvas.pixel(5, 32) & 0xFF, 4);
        assertTrue((canvas.pixel(5, 63) & 0xFF) > 250);
    }

    private double coveredArea() {
        double area = 0;
        for (int i = 0; i < 64 * 64; i++) {
            area += (canvas.pixel(i % 64, i / 64) & 0xFF) / 255.0;
        }
        return area;
    }
}
