package dev.easel.placeholder.composition;

import dev.easel.placeholder.drawing.Paint;
import dev.easel.placeholder.drawing.Rgb;
import dev.easel.placeholder.drawing.Shapes;
import java.util.function.DoubleUnaryOperator;

/** Hills behind hills, deeper in colour the nearer they are, under a low sun. */
final class Hills implements Composition {
    private static final int LAYERS = 5;

    @Override
    public boolean mayHang() {
        return false;
    }

    @Override
    public void paint(Stage stage) {
        Palette palette = stage.palette();
        Rgb horizon = palette.isDark()
                ? palette.paper().mix(palette.middle(), 0.4)
                : palette.paper().mix(palette.light(), 0.55);
        stage.canvas()
                .fill(
                        Shapes.rectangle(0, stage.top(), stage.width(), stage.height()),
                        Paint.vertical(palette.paper(), horizon, stage.top(), stage.row(0.6)));
        paintSun(stage);
        Rgb near = palette.deep().mix(palette.isDark() ? palette.paper() : palette.ink(), 0.35);
        for (int i = 0; i < LAYERS; i++) {
            double depth = i / (LAYERS - 1.0);
            Rgb colour = depth < 0.5
                    ? horizon.mix(palette.middle(), 0.45 + depth)
                    : palette.middle().mix(near, depth * 2 - 1);
            stage.canvas()
                    .fill(
                            Curve.ground(stage.width(), stage.bottom(), skyline(stage, 0.42 + 0.42 * depth)),
                            Paint.vertical(
                                    colour, colour.mix(horizon, 0.22), stage.row(0.4 + 0.4 * depth), stage.bottom()));
        }
    }

    private static void paintSun(Stage stage) {
        Palette palette = stage.palette();
        boolean moon = palette.isDark() && stage.oneOf(0, 1) == 0;
        Rgb colour = moon ? palette.light().mix(Rgb.of(0xFFFFFF), 0.3) : palette.striking();
        double radius = Math.min(110, stage.height() * 0.17);
        double x = stage.width() * stage.between(0.18, 0.82);
        double y = stage.top() + radius * stage.between(1.15, 1.5) + Math.max(10, (stage.height() - 640) * 0.2);
        double halo = y - stage.top() + radius;
        stage.canvas().fill(Shapes.circle(x, y, halo), Paint.glow(colour, x, y, halo, 0.5));
        stage.canvas().fill(Shapes.circle(x, y, radius), Paint.solid(colour));
    }

    private static DoubleUnaryOperator skyline(Stage stage, double share) {
        double height = Math.min(48, stage.height() * 0.085);
        double base = stage.row(share);
        double longWave = stage.between(420, 700);
        double shortWave = stage.between(170, 300);
        double longStart = stage.between(0, 2 * Math.PI);
        double shortStart = stage.between(0, 2 * Math.PI);
        return x -> base
                + height * StrictMath.sin(longStart + 2 * Math.PI * x / longWave)
                + height * 0.35 * StrictMath.sin(shortStart + 2 * Math.PI * x / shortWave);
    }
}
