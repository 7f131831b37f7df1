package dev.easel.placeholder.type;

/**
 * A line of a paragraph.
 *
 * @param source knows the paragraph
 * @param start where it begins
 * @param end where it ends, without the spaces behind it
 * @param next where the next line begins
 */
record Line(LineBreaker source, int start, int end, int next) {
    private static final double ELLIPSIS_WIDTH = 1.0;

    boolean rightToLeft() {
        return source.paragraph().rightToLeft();
    }

    /** Returns what is seen, from the left. */
    String seen() {
        return source.paragraph().line(start, end);
    }

    /** Returns what is seen, from the left, with an ellipsis at the end and short enough for it. */
    String seenCut(double width) {
        double left = width - ELLIPSIS_WIDTH;
        if (source.width(start, end) <= left) {
            return source.paragraph().cutLine(start, end);
        }
        int words = source.wholeWords(start, left);
        int cut = words == start ? source.partOfWord(start, left) : words;
        return source.paragraph().cutLine(start, cut);
    }
}
