package dev.easel.placeholder.composition;

import dev.easel.placeholder.drawing.Paint;
import dev.easel.placeholder.drawing.Rgb;
import dev.easel.placeholder.drawing.Shapes;

/** Planets on thin rings round a great sun at the edge. */
final class Orbits implements Composition {
    private static final int RINGS = 5;

    @Override
    public boolean mayHang() {
        return true;
    }

    @Override
    public void paint(Stage stage) {
        boolean hangs = stage.hangs();
        double x = stage.width() * stage.between(0.3, 0.7);
        double y = hangs ? stage.top() : stage.bottom();
        double reach = Math.min(stage.height() * 0.94, stage.width() * 0.8);
        int first = stage.oneOf(1, 3);
        paintSun(stage, x, y, reach * 0.3, stage.palette().accent(first));
        for (int i = 0; i < RINGS; i++) {
            double radius = reach * (0.44 + 0.56 * i / (RINGS - 1));
            paintRing(stage, x, y, radius);
            paintPlanets(stage, x, y, radius, hangs, first + 1 + i);
        }
    }

    private static void paintSun(Stage stage, double x, double y, double radius, Rgb colour) {
        stage.canvas().fill(Shapes.circle(x, y, radius * 1.9), Paint.glow(colour, x, y, radius * 1.9, 0.5));
        stage.canvas().fill(Shapes.circle(x, y, radius), Paint.solid(colour));
        Rgb inner = colour.mix(stage.palette().paper(), 0.22);
        stage.canvas().fill(Shapes.circle(x, y, radius * 0.66), Paint.solid(inner));
    }

    private static void paintRing(Stage stage, double x, double y, double radius) {
        Rgb colour = stage.palette().paper().mix(stage.palette().ink(), 0.3);
        stage.canvas().fill(Shapes.ring(x, y, radius + 1.2, radius - 1.2), Paint.solid(colour));
    }

    private static void paintPlanets(Stage stage, double x, double y, double radius, boolean hangs, int number) {
        int planets = stage.oneOf(1, 2);
        double angle = stage.between(18, 80);
        for (int i = 0; i < planets; i++) {
            double radians = Math.toRadians(angle + i * stage.between(55, 80));
            double planetX = x + radius * StrictMath.cos(radians);
            double planetY = y + radius * StrictMath.sin(radians) * (hangs ? 1 : -1);
            double size = stage.height() * stage.between(0.022, 0.06);
            planet(
                    stage,
                    planetX,
                    Math.max(planetY, stage.top() + size),
                    size,
                    stage.palette().accent(number + 2 * i));
        }
    }

    private static void planet(Stage stage, double x, double y, double radius, Rgb colour) {
        stage.canvas()
                .fill(
                        Shapes.circle(x, y, radius + 8),
                        Paint.solid(stage.palette().paper()));
        stage.canvas().fill(Shapes.circle(x, y, radius), Paint.solid(colour));
        Rgb shade = colour.mix(stage.palette().paper(), 0.3);
        stage.canvas().fill(Shapes.slice(x, y, radius, 225, 180), Paint.solid(shade));
    }
}
