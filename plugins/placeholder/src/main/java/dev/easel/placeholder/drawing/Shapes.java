package dev.easel.placeholder.drawing;

import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Outlines of plain shapes, in pixels. */
public final class Shapes {
    /** How far the ends of a quarter circle are from the control points of the curve that draws it, in radii. */
    public static final double ROUND = 0.5523;

    private Shapes() {}

    /**
     * Makes a circle.
     *
     * @param x the centre's column
     * @param y the centre's row
     * @param radius its radius
     * @return its outline
     */
    public static Path2D circle(double x, double y, double radius) {
        return new Path2D.Double(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    /**
     * Makes a ring.
     *
     * @param x the centre's column
     * @param y the centre's row
     * @param outer its outer radius
     * @param inner its inner radius
     * @return its outline
     */
    public static Path2D ring(double x, double y, double outer, double inner) {
        Path2D ring = circle(x, y, outer);
        Path2D hole = circle(x, y, inner);
        // Mirrored, so that it runs the other way round and cuts a hole.
        hole.transform(new AffineTransform(-1, 0, 0, 1, 2 * x, 0));
        ring.append(hole, false);
        return ring;
    }

    /**
     * Makes a slice of a disc.
     *
     * @param x the centre's column
     * @param y the centre's row
     * @param radius its radius
     * @param start where it begins, in degrees, anticlockwise from three o'clock
     * @param extent how far it goes, in degrees
     * @return its outline
     */
    public static Path2D slice(double x, double y, double radius, double start, double extent) {
        return new Path2D.Double(
                new Arc2D.Double(x - radius, y - radius, 2 * radius, 2 * radius, start, extent, Arc2D.PIE));
    }

    /**
     * Makes a rectangle.
     *
     * @param x its left
     * @param y its top
     * @param width its width
     * @param height its height
     * @return its outline
     */
    public static Path2D rectangle(double x, double y, double width, double height) {
        return new Path2D.Double(new Rectangle2D.Double(x, y, width, height));
    }

    /**
     * Makes a polygon.
     *
     * @param coordinates column and row of each corner in turn
     * @return its outline
     */
    public static Path2D polygon(double... coordinates) {
        Path2D polygon = new Path2D.Double();
        polygon.moveTo(coordinates[0], coordinates[1]);
        for (int i = 2; i < coordinates.length; i += 2) {
            polygon.lineTo(coordinates[i], coordinates[i + 1]);
        }
        polygon.closePath();
        return polygon;
    }
}
