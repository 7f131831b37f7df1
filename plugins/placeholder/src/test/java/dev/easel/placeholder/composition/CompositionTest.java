package dev.easel.placeholder.composition;

import dev.easel.placeholder.drawing.Canvas;
import dev.easel.placeholder.drawing.Paint;
import dev.easel.placeholder.drawing.Rgb;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CompositionTest {
    private static final int SIZE = 1024;
    private static final int SPACE_BESIDE_TEXT = 64;
    /** What WCAG 2.2 asks for text of any size, level AA. */
    private static final double LEGIBLE = 4.5;

    static final List<Palette> PALETTES = Palette.all();

    static Stream<Composition> compositions() {
        return Composition.all().stream();
    }

    static Stream<Composition> hanging() {
        return compositions().filter(Composition::mayHang);
    }

    @ParameterizedTest
    @FieldSource("PALETTES")
    void theInkOfEveryPaletteIsLegibleOnItsPaper(Palette palette) {
        assertTrue(palette.ink().contrast(palette.paper()) >= 7, palette::toString);
        assertEquals(5, new HashSet<>(palette.accents()).size());
    }

    @ParameterizedTest
    @MethodSource("compositions")
    void textAboveACompositionIsLegible(Composition composition) {
        for (int i = 0; i < PALETTES.size(); i++) {
            int top = 240 + 250 * (i % 3);
            Canvas canvas = painted(composition, PALETTES.get(i), top, SIZE, i);
            assertLegible(canvas, PALETTES.get(i), 0, top - SPACE_BESIDE_TEXT);
        }
    }

    @ParameterizedTest
    @MethodSource("hanging")
    void textBelowACompositionIsLegible(Composition composition) {
        for (int i = 0; i < PALETTES.size(); i++) {
            int bottom = 280 + 250 * (i % 3);
            Canvas canvas = painted(composition, PALETTES.get(i), 0, bottom, i);
            assertLegible(canvas, PALETTES.get(i), bottom + SPACE_BESIDE_TEXT, SIZE);
        }
    }

    @ParameterizedTest
    @MethodSource("compositions")
    void aCompositionFillsItsPartWithSeveralColours(Composition composition) {
        Canvas canvas = painted(composition, PALETTES.get(0), 300, SIZE, 7);
        int painted = 0;
        int paper = canvas.pixel(0, 0);
        for (int y = 300; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                painted += canvas.pixel(x, y) == paper ? 0 : 1;
            }
        }
        assertTrue(colours(canvas, 300, SIZE).size() > 3);
        assertTrue(painted > SIZE * (SIZE - 300) / 10, "hardly anything is painted: " + painted);
    }

    @ParameterizedTest
    @MethodSource("compositions")
    void aCompositionPaintsTheWholePictureWhenThereIsNoText(Composition composition) {
        Canvas canvas = painted(composition, PALETTES.get(1), 0, SIZE, 3);
        int paper = canvas.pixel(0, 0);
        boolean somethingElse = false;
        for (int x = 0; x < SIZE; x++) {
            somethingElse |= canvas.pixel(x, 800) != paper;
        }
        assertTrue(somethingElse);
    }

    @Test
    void contrastIsWhatWcagSays() {
        assertEquals(21, Rgb.of(0).contrast(Rgb.of(0xFFFFFF)), 0.001);
        assertEquals(4.54, Rgb.of(0x767676).contrast(Rgb.of(0xFFFFFF)), 0.01);
        assertEquals(1, Rgb.of(0x123456).contrast(Rgb.of(0x123456)), 0.001);
    }

    private static Canvas painted(Composition composition, Palette palette, int top, int bottom, long seed) {
        Canvas canvas = new Canvas(SIZE, SIZE);
        canvas.cover(Paint.solid(palette.paper()));
        composition.paint(new Stage(canvas, palette, top, bottom, new SplittableRandom(seed)));
        return canvas;
    }

    private static void assertLegible(Canvas canvas, Palette palette, int top, int bottom) {
        for (int colour : colours(canvas, top, bottom)) {
            double contrast = palette.ink().contrast(Rgb.of(colour));
            assertTrue(contrast >= LEGIBLE, () -> "ink on " + Integer.toHexString(colour) + ": " + contrast);
        }
    }

    private static Set<Integer> colours(Canvas canvas, int top, int bottom) {
        Set<Integer> colours = new HashSet<>();
        int last = -1;
        for (int y = top; y < bottom; y++) {
            for (int x = 0; x < SIZE; x++) {
                int colour = canvas.pixel(x, y);
                if (colour != last) {
                    colours.add(colour);
                }
                last = colour;
            }
        }
        return colours;
    }
}
