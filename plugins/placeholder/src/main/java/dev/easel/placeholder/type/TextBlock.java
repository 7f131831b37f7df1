package dev.easel.placeholder.type;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.List;

/**
 * Text that is set: its lines as outlines.
 *
 * @param lines the lines' outlines in pixels, from the top of the first line's capitals and the frame's left; none if
 *     there is nothing to show
 * @param size the size of the type, in pixels per em
 * @param height from the top of the first line's capitals to the baseline of the last line, in pixels
 * @param rightToLeft whether the first line begins on the right
 */
public record TextBlock(List<Path2D> lines, double size, double height, boolean rightToLeft) {

    /** Makes an immutable block. */
    public TextBlock {
        lines = List.copyOf(lines);
    }

    /**
     * Moves the block.
     *
     * @param x how far to the right, in pixels
     * @param y how far down, in pixels
     * @return outlines for a canvas
     */
    public List<Path2D> linesAt(double x, double y) {
        AffineTransform move = AffineTransform.getTranslateInstance(x, y);
        return lines.stream()
                .map(line -> (Path2D) new Path2D.Double(line, move))
                .toList();
    }

    /**
     * Tells whether there is nothing to show.
     *
     * @return true if there are no lines
     */
    public boolean isEmpty() {
        return lines.isEmpty();
    }
}
