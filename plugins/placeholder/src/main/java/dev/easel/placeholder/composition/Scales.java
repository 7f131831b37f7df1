package dev.easel.placeholder.composition;

import dev.easel.placeholder.drawing.Paint;
import dev.easel.placeholder.drawing.Rgb;
import dev.easel.placeholder.drawing.Shapes;

/** Rows of rings that cover each other like scales, after the Japanese pattern seigaiha. */
final class Scales implements Composition {
    private static final double[] RINGS = {1, 0.76, 0.52, 0.28};

    @Override
    public boolean mayHang() {
        return false;
    }

    @Override
    public void paint(Stage stage) {
        double radius = stage.width() / 2 / stage.oneOf(4, 5);
        int first = stage.oneOf(0, 4);
        int rows = (int) (stage.height() / (radius / 2));
        for (int row = 0; row < rows; row++) {
            double y = stage.bottom() - (rows - 2 - row) * radius / 2;
            for (double x = row % 2 == 0 ? 0 : radius; x <= stage.width(); x += 2 * radius) {
                paintScale(stage, x, y, radius, first + stage.oneOf(0, 2));
            }
        }
    }

    private static void paintScale(Stage stage, double x, double y, double radius, int number) {
        Palette palette = stage.palette();
        Rgb[] colours = {palette.paper(), palette.accent(number), palette.paper(), palette.accent(number + 1)};
        Rgb outer = palette.accent(number);
        for (int i = 0; i < RINGS.length; i++) {
            Rgb colour = i == 0 ? outer : colours[(i + 1) % colours.length];
            stage.canvas().fill(Shapes.circle(x, y, radius * RINGS[i]), Paint.solid(colour));
        }
    }
}
