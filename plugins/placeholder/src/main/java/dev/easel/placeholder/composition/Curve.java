package dev.easel.placeholder.composition;

import dev.easel.placeholder.drawing.Shapes;
import java.awt.geom.Path2D;
import java.util.function.DoubleUnaryOperator;

/** Outlines of ground below a curve. */
final class Curve {
    private static final double STEP = 4;

    private Curve() {}

    /** Returns everything below a curve, from the left edge to the right one, down to a row. */
    static Path2D ground(double width, double bottom, DoubleUnaryOperator row) {
        int steps = (int) Math.ceil(width / STEP);
        double[] corners = new double[2 * (steps + 3)];
        for (int i = 0; i <= steps; i++) {
            corners[2 * i] = i * STEP;
            corners[2 * i + 1] = row.applyAsDouble(i * STEP);
        }
        corners[2 * steps + 2] = width;
        corners[2 * steps + 3] = bottom;
        corners[2 * steps + 4] = 0;
        corners[2 * steps + 5] = bottom;
        return Shapes.polygon(corners);
    }
}
