package dev.easel.placeholder.type;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Breaks one paragraph into lines of any width; measured once, asked for many widths. For use by one thread. */
final class LineBreaker {
    private final Paragraph paragraph;
    /** The width of the text before each character, in ems. */
    private final double[] offsets;

    private final BitSet opportunities = new BitSet();

    LineBreaker(Paragraph paragraph, Typeface typeface) {
        this.paragraph = paragraph;
        offsets = measure(paragraph.text(), typeface);
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(paragraph.text());
        for (int at = breaks.next(); at != BreakIterator.DONE; at = breaks.next()) {
            opportunities.set(at);
        }
    }

    private static double[] measure(String text, Typeface typeface) {
        double[] offsets = new double[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            offsets[i + 1] = offsets[i] + advance(text.charAt(i), typeface);
        }
        return offsets;
    }

    private static double advance(char character, Typeface typeface) {
        return Characters.isMark(character)
                ? 0
                : typeface.glyph(character).map(Glyph::advance).orElse(0.0);
    }

    Paragraph paragraph() {
        return paragraph;
    }

    /** Returns the width of a part of the paragraph without the spaces at its end, in ems. */
    double width(int start, int end) {
        return offsets[withoutSpaces(start, end)] - offsets[start];
    }

    /**
     * Breaks the paragraph.
     *
     * @param width the greatest width of a line, in ems
     * @param withinWords whether words that are wider may be broken
     * @return the lines; empty if a word is wider and must not be broken
     */
    Optional<List<Line>> lines(double width, boolean withinWords) {
        List<Line> lines = new ArrayList<>();
        int length = paragraph.text().length();
        for (int start = 0; start < length; start = lines.get(lines.size() - 1).next()) {
            int end = wholeWords(start, width);
            if (end == start && !withinWords) {
                return Optional.empty();
            }
            int next = end == start ? partOfWord(start, width) : end;
            lines.add(new Line(this, start, withoutSpaces(start, next), next));
        }
        return Optional.of(lines);
    }

    /** Returns the end of the most words that fit, which is {@code start} if not even one does. */
    int wholeWords(int start, double width) {
        int end = start;
        for (int at = opportunities.nextSetBit(start + 1); at > 0; at = opportunities.nextSetBit(at + 1)) {
            if (width(start, at) > width) {
                return end;
            }
            end = at;
        }
        return end;
    }

    /** Returns the end of the most characters that fit, with their marks, and of one at least. */
    int partOfWord(int start, double width) {
        int length = paragraph.text().length();
        int end = start + 1;
        while (end < length && (offsets[end + 1] - offsets[start] <= width || isMark(end))) {
            end++;
        }
        return end;
    }

    private boolean isMark(int at) {
        return Characters.isMark(paragraph.text().charAt(at));
    }

    private int withoutSpaces(int start, int end) {
        int trimmed = end;
        while (trimmed > start && paragraph.text().charAt(trimmed - 1) == ' ') {
            trimmed--;
        }
        return trimmed;
    }
}
