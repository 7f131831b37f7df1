package dev.easel.placeholder.type;

import java.awt.geom.Path2D;

/**
 * One character's shape. All lengths are in ems, so that a text's size multiplies them.
 *
 * @param outline the shape on a baseline at height 0, with heights growing downwards; never changed
 * @param advance how far the next character is from this one
 * @param box what the outline covers; empty for a space
 */
record Glyph(Path2D outline, double advance, Box box) {

    /** A rectangle in ems, heights growing downwards. */
    record Box(double left, double top, double right, double bottom) {
        double centre() {
            return (left + right) / 2;
        }

        double middle() {
            return (top + bottom) / 2;
        }

        boolean isEmpty() {
            return right <= left || bottom <= top;
        }
    }
}
