package dev.easel.placeholder.composition;

import dev.easel.placeholder.drawing.Paint;
import dev.easel.placeholder.drawing.Rgb;
import dev.easel.placeholder.drawing.Shapes;
import java.awt.geom.Path2D;

/** Bundles of stripes that come in from the side and bend downwards. */
final class Ribbons implements Composition {
    private static final int STRIPES = 5;

    @Override
    public boolean mayHang() {
        return false;
    }

    @Override
    public void paint(Stage stage) {
        boolean fromLeft = stage.oneOf(0, 1) == 0;
        int first = stage.oneOf(0, 4);
        double stripe = Math.min(46, stage.height() * 0.1);
        double reach = stage.width() * stage.between(0.62, 0.78);
        paintBundle(stage, fromLeft, reach, stage.row(0.02), stripe, first);
        double rest = stage.width() * stage.between(0.42, 0.6);
        paintBundle(stage, !fromLeft, rest, stage.row(0.36), stripe, first + 2);
    }

    private static void paintBundle(Stage stage, boolean left, double reach, double top, double stripe, int first) {
        for (int i = 0; i <= STRIPES; i++) {
            Rgb colour =
                    i == STRIPES ? stage.palette().paper() : stage.palette().accent(first + i);
            double radius = Math.max(1, Math.min(stage.bottom() - top, stripe * (STRIPES + 2)) - i * stripe);
            stage.canvas().fill(corner(stage, left, reach - i * stripe, top + i * stripe, radius), Paint.solid(colour));
        }
    }

    /** An area at a lower corner of the picture whose one free corner is round. */
    private static Path2D corner(Stage stage, boolean left, double reach, double top, double radius) {
        double edge = left ? -1 : stage.width() + 1;
        double side = left ? reach : stage.width() - reach;
        double inwards = left ? -radius : radius;
        Path2D corner = new Path2D.Double();
        corner.moveTo(edge, top);
        corner.lineTo(side + inwards, top);
        corner.curveTo(
                side + inwards * (1 - Shapes.ROUND), top, side, top + radius * (1 - Shapes.ROUND), side, top + radius);
        corner.lineTo(side, stage.bottom() + 1);
        corner.lineTo(edge, stage.bottom() + 1);
        corner.closePath();
        return corner;
    }
}
