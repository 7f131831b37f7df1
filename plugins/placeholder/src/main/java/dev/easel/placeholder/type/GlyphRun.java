package dev.easel.placeholder.type;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/**
 * Puts the characters of one line beside each other, from the left, and marks on their letters.
 *
 * <p>Lengths are in ems. For use by one thread.
 */
final class GlyphRun {
    private static final double MARK_GAP = 0.05;
    private static final Glyph.Box NOTHING = new Glyph.Box(0, 0, 0, 0);

    private final Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
    private double pen;
    private double baseLeft;
    private Glyph.Box base = NOTHING;

    /** Sets a line that is in the order in which it is seen. */
    static GlyphRun of(String seen, Typeface typeface) {
        GlyphRun run = new GlyphRun();
        for (int i = 0; i < seen.length(); i++) {
            char c = seen.charAt(i);
            boolean mark = Characters.isMark(c);
            typeface.glyph(c).ifPresent(glyph -> run.add(glyph, mark));
        }
        return run;
    }

    Path2D outline() {
        return outline;
    }

    double width() {
        return pen;
    }

    private void add(Glyph glyph, boolean mark) {
        if (mark) {
            addMark(glyph);
        } else {
            draw(glyph, pen, 0);
            base = glyph.box();
            baseLeft = pen;
            pen += glyph.advance();
        }
    }

    /** Centres a mark over, under or in the letter, clear of it and of the marks before. */
    private void addMark(Glyph mark) {
        if (base.isEmpty()) {
            return;
        }
        double dx = baseLeft + base.centre() - mark.box().centre();
        double dy = shift(mark.box());
        draw(mark, dx, dy);
        base = new Glyph.Box(
                base.left(),
                Math.min(base.top(), mark.box().top() + dy),
                base.right(),
                Math.max(base.bottom(), mark.box().bottom() + dy));
    }

    private double shift(Glyph.Box mark) {
        if (mark.bottom() < base.middle()) {
            return Math.min(0, base.top() - MARK_GAP - mark.bottom());
        }
        return mark.top() > base.middle() ? Math.max(0, base.bottom() + MARK_GAP - mark.top()) : 0;
    }

    private void draw(Glyph glyph, double x, double y) {
        outline.append(glyph.outline().getPathIterator(AffineTransform.getTranslateInstance(x, y)), false);
    }
}
