package dev.easel.placeholder;

import dev.easel.placeholder.composition.Composition;
import dev.easel.placeholder.composition.Palette;
import dev.easel.placeholder.composition.Stage;
import dev.easel.placeholder.drawing.Canvas;
import dev.easel.placeholder.drawing.Paint;
import dev.easel.placeholder.type.TextBlock;
import dev.easel.placeholder.type.Typeface;
import dev.easel.placeholder.type.Typesetter;
import java.util.List;
import java.util.SplittableRandom;

/** Makes the pictures of prompts: text on paper, and a composition in the rest. Safe for use by several threads. */
final class Illustrator {
    static final int SIZE = 1024;
    private static final double MARGIN = 88;
    private static final double SPACE_BESIDE_TEXT = 64;

    private final Typesetter typesetter;

    Illustrator(Typeface typeface) {
        typesetter = new Typesetter(typeface, SIZE - 2 * MARGIN);
    }

    /** Sets a prompt, for all of its images. */
    TextBlock set(String prompt) {
        return typesetter.set(prompt);
    }

    /** Paints one image of a prompt. */
    Canvas illustrate(String prompt, TextBlock text, int index) {
        List<Palette> palettes = Chance.shuffled(prompt, Palette.all());
        List<Composition> compositions = Chance.shuffled(prompt, Composition.all());
        Palette palette = palettes.get(Math.floorMod(index, palettes.size()));
        Composition composition = compositions.get(Math.floorMod(index, compositions.size()));
        SplittableRandom random = Chance.ofImage(prompt, index);
        boolean below = composition.mayHang() && random.nextBoolean();
        Canvas canvas = new Canvas(SIZE, SIZE);
        canvas.cover(Paint.solid(palette.paper()));
        composition.paint(stage(canvas, palette, text, below, random));
        double top = below ? SIZE - MARGIN - text.height() : MARGIN;
        text.linesAt(MARGIN, top).forEach(line -> canvas.fill(line, Paint.solid(palette.ink())));
        return canvas;
    }

    private static Stage stage(Canvas canvas, Palette palette, TextBlock text, boolean below, SplittableRandom random) {
        double taken = text.isEmpty() ? 0 : MARGIN + text.height() + SPACE_BESIDE_TEXT + text.size() * 0.25;
        return below
                ? new Stage(canvas, palette, 0, SIZE - taken, random)
                : new Stage(canvas, palette, taken, SIZE, random);
    }
}
