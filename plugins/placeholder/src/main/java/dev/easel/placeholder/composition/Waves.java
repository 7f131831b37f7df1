package dev.easel.placeholder.composition;

import dev.easel.placeholder.drawing.Paint;
import dev.easel.placeholder.drawing.Rgb;
import dev.easel.placeholder.drawing.Shapes;
import java.util.function.DoubleUnaryOperator;

/** Broad waves of colour that roll one over the other, and half a sun. */
final class Waves implements Composition {
    private static final int WAVES = 6;

    @Override
    public boolean mayHang() {
        return false;
    }

    @Override
    public void paint(Stage stage) {
        int first = stage.oneOf(0, 4);
        Palette palette = stage.palette();
        paintSun(stage, palette.accent(first).equals(palette.striking()) ? palette.light() : palette.striking());
        double start = stage.between(0, 2 * Math.PI);
        double drift = stage.between(0.5, 1.1) * (stage.oneOf(0, 1) == 0 ? 1 : -1);
        double length = stage.between(520, 860);
        double rise = stage.height() * 0.07;
        for (int i = 0; i < WAVES; i++) {
            double base = stage.row(0.3 + 0.7 * i / WAVES);
            double phase = start + i * drift;
            DoubleUnaryOperator row = x -> base + rise * StrictMath.sin(phase + 2 * Math.PI * x / length);
            Rgb colour = stage.palette().accent(first + i);
            Paint paint =
                    Paint.vertical(colour, colour.mix(stage.palette().paper(), 0.18), base - rise, base + 3 * rise);
            stage.canvas().fill(Curve.ground(stage.width(), stage.bottom(), row), paint);
        }
    }

    private static void paintSun(Stage stage, Rgb colour) {
        double radius = Math.min(150, stage.height() * 0.24);
        double x = stage.width() * stage.between(0.2, 0.8);
        stage.canvas().fill(Shapes.circle(x, stage.row(0.28), radius), Paint.solid(colour));
    }
}
