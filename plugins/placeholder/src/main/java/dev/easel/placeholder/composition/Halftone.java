package dev.easel.placeholder.composition;

import dev.easel.placeholder.drawing.Paint;
import dev.easel.placeholder.drawing.Rgb;
import dev.easel.placeholder.drawing.Shapes;

/** Rows of dots that grow and change their colour, as in a coarse print. */
final class Halftone implements Composition {
    private static final double PITCH = 1024 / 26.0;

    @Override
    public boolean mayHang() {
        return true;
    }

    @Override
    public void paint(Stage stage) {
        boolean hangs = stage.hangs();
        Palette palette = stage.palette();
        boolean warm = stage.oneOf(0, 1) == 0;
        Rgb from = warm ? palette.striking() : palette.deep();
        Rgb to = warm ? palette.light() : palette.middle();
        double focus = stage.width() * stage.between(0.1, 0.9);
        double spread = stage.between(700, 1100);
        int rows = (int) (stage.height() / PITCH);
        for (int row = 0; row < rows; row++) {
            double y = hangs ? (row + 0.5) * PITCH : stage.bottom() - (row + 0.5) * PITCH;
            double shift = row % 2 == 0 ? 0 : PITCH / 2;
            for (double x = shift; x <= stage.width() + PITCH; x += PITCH) {
                double distance = Math.abs(x - focus) / spread;
                double grown = 1 - (row + 0.5) / rows - distance * distance;
                double radius = PITCH * 0.64 * Math.min(1, grown * 1.15);
                if (radius > 1.5) {
                    Rgb colour = from.mix(to, Math.min(1, distance + (double) row / rows * 0.7));
                    stage.canvas().fill(Shapes.circle(x, y, radius), Paint.solid(colour));
                }
            }
        }
    }
}
