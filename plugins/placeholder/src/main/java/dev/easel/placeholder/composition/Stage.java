package dev.easel.placeholder.composition;

import dev.easel.placeholder.drawing.Canvas;
import java.util.SplittableRandom;

/**
 * What a composition is painted on, and with.
 *
 * @param canvas the picture, covered with the palette's paper
 * @param palette the colours
 * @param top the first row of the part that is free of text
 * @param bottom the row below that part
 * @param random decides everything that is left to chance; the same for the same prompt and index
 */
public record Stage(Canvas canvas, Palette palette, double top, double bottom, SplittableRandom random) {

    /** Tells whether the free part is above the text. */
    boolean hangs() {
        return top <= 0 && bottom < canvas.height();
    }

    double width() {
        return canvas.width();
    }

    double height() {
        return bottom - top;
    }

    /** Returns the row at a share of the free part's height, from 0 (its top) to 1 (its bottom). */
    double row(double share) {
        return top + share * height();
    }

    /** Returns a chance number between two bounds. */
    double between(double low, double high) {
        return random.nextDouble(low, high);
    }

    /** Returns a chance whole number from {@code low} to {@code high}. */
    int oneOf(int low, int high) {
        return random.nextInt(low, high + 1);
    }
}
