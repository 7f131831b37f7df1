package dev.easel.placeholder.type;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sets a prompt in the greatest size that looks well in a frame; the longest prompts are cut.
 *
 * <p>Safe for use by several threads.
 */
public final class Typesetter {
    private static final double LARGEST = 148;
    private static final double SMALLEST = 27;
    private static final double STEP = 0.94;
    /** From here on a word that is wider than the frame may be broken. */
    private static final double BREAKS_WORDS = 46;

    private static final int MOST_BALANCED_LINES = 6;
    private static final double CAPITALS = 0.727;

    private final Typeface typeface;
    private final double width;

    /**
     * Makes a typesetter.
     *
     * @param typeface the fonts
     * @param width the frame's width, in pixels
     */
    public Typesetter(Typeface typeface, double width) {
        this.typeface = typeface;
        this.width = width;
    }

    /**
     * Sets a prompt.
     *
     * @param prompt any characters, any number of them
     * @return the text, empty if nothing of it can be shown
     */
    public TextBlock set(String prompt) {
        List<LineBreaker> paragraphs = ShowableText.paragraphs(prompt, typeface).stream()
                .map(text -> new LineBreaker(Paragraph.of(text, typeface), typeface))
                .toList();
        if (paragraphs.isEmpty()) {
            return new TextBlock(List.of(), SMALLEST, 0, false);
        }
        for (double size = LARGEST; size > SMALLEST; size *= STEP) {
            Optional<List<Line>> lines = fit(paragraphs, size);
            if (lines.isPresent()) {
                return block(lines.get(), size, Integer.MAX_VALUE);
            }
        }
        return block(lines(paragraphs, SMALLEST, width, true).orElseThrow(), SMALLEST, mostLines(SMALLEST));
    }

    private Optional<List<Line>> fit(List<LineBreaker> paragraphs, double size) {
        return lines(paragraphs, size, width, size <= BREAKS_WORDS)
                .filter(lines -> lines.size() <= mostLines(size))
                .map(lines -> lines.size() <= MOST_BALANCED_LINES ? balanced(paragraphs, size, lines) : lines);
    }

    /** Breaks every paragraph; empty if a word is too wide and must not be broken. */
    private static Optional<List<Line>> lines(
            List<LineBreaker> paragraphs, double size, double width, boolean withinWords) {
        List<Line> lines = new ArrayList<>();
        for (LineBreaker paragraph : paragraphs) {
            Optional<List<Line>> some = paragraph.lines(width / size, withinWords);
            if (some.isEmpty()) {
                return Optional.empty();
            }
            lines.addAll(some.get());
        }
        return Optional.of(lines);
    }

    /** Finds the narrowest frame that needs no more lines, so that no short word is left alone on the last one. */
    private List<Line> balanced(List<LineBreaker> paragraphs, double size, List<Line> lines) {
        List<Line> best = lines;
        double tooNarrow = width / 2;
        double enough = width;
        while (enough - tooNarrow > size / 8) {
            double middle = (tooNarrow + enough) / 2;
            Optional<List<Line>> narrower =
                    lines(paragraphs, size, middle, false).filter(some -> some.size() <= lines.size());
            best = narrower.orElse(best);
            enough = narrower.isPresent() ? middle : enough;
            tooNarrow = narrower.isPresent() ? tooNarrow : middle;
        }
        return best;
    }

    private TextBlock block(List<Line> lines, double size, int mostLines) {
        int count = Math.min(lines.size(), mostLines);
        List<Path2D> outlines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean cut = i == count - 1 && count < lines.size();
            Line line = lines.get(i);
            String seen = cut ? line.seenCut(width / size) : line.seen();
            outlines.add(outline(seen, line.rightToLeft(), size, baseline(i, size)));
        }
        return new TextBlock(
                outlines, size, baseline(count - 1, size), lines.get(0).rightToLeft());
    }

    private Path2D outline(String seen, boolean rightToLeft, double size, double baseline) {
        GlyphRun run = GlyphRun.of(seen, typeface);
        double x = rightToLeft ? width - run.width() * size : 0;
        return new Path2D.Double(run.outline(), new AffineTransform(size, 0, 0, size, x, baseline));
    }

    private static double baseline(int line, double size) {
        return size * (CAPITALS + line * leading(size));
    }

    private static int mostLines(double size) {
        return (int) ((mostHeight(size) / size - CAPITALS) / leading(size)) + 1;
    }

    /** Great type is set tight, small type needs air; in ems. */
    private static double leading(double size) {
        return between(size, 1.4, 1.12);
    }

    /** Great type leaves half of the picture free, small type needs more of it; in pixels. */
    private static double mostHeight(double size) {
        return between(size, 580, 370);
    }

    private static double between(double size, double forSmall, double forGreat) {
        double share = Math.min(1, Math.max(0, (size - 32) / (80 - 32)));
        return forSmall + (forGreat - forSmall) * share;
    }
}
