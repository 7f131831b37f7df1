package dev.easel.placeholder.composition;

import dev.easel.placeholder.drawing.Paint;
import dev.easel.placeholder.drawing.Rgb;

/** Lights of several colours that flow into each other and fade towards the text. */
final class Glow implements Composition {
    private static final int LIGHTS = 6;

    private record Light(double x, double y, double reach, Rgb colour) {
        /** How strongly the light is felt, from 1 in its centre towards 0. */
        double strength(double column, double row) {
            double dx = (column - x) / reach;
            double dy = (row - y) / reach;
            double near = 1 / (1 + dx * dx + dy * dy);
            return near * near * near;
        }
    }

    @Override
    public boolean mayHang() {
        return true;
    }

    @Override
    public void paint(Stage stage) {
        int first = stage.oneOf(0, 4);
        Light[] lights = new Light[LIGHTS];
        for (int i = 0; i < LIGHTS; i++) {
            double x = stage.width() * (i + stage.between(0.1, 0.9)) / LIGHTS;
            double y = stage.row(stage.between(0.35, 1.05));
            lights[i] = new Light(x, y, stage.between(190, 330), stage.palette().accent(first + 2 * i));
        }
        stage.canvas().cover(blend(stage, lights));
    }

    private static Paint blend(Stage stage, Light[] lights) {
        Rgb paper = stage.palette().paper();
        boolean hangs = stage.top() <= 0 && stage.bottom() < stage.canvas().height();
        return (x, y, colour) -> {
            double share = (y + 0.5 - stage.top()) / stage.height();
            float fade = (float) smooth((hangs ? 1 - share : share) * 1.7);
            mix(lights, x, y, colour);
            colour[0] = (float) paper.red() + (colour[0] - (float) paper.red()) * fade;
            colour[1] = (float) paper.green() + (colour[1] - (float) paper.green()) * fade;
            colour[2] = (float) paper.blue() + (colour[2] - (float) paper.blue()) * fade;
            colour[3] = 1;
        };
    }

    private static void mix(Light[] lights, int x, int y, float[] colour) {
        double red = 0;
        double green = 0;
        double blue = 0;
        double all = 0;
        for (Light light : lights) {
            double strength = light.strength(x + 0.5, y + 0.5);
            red += strength * light.colour().red();
            green += strength * light.colour().green();
            blue += strength * light.colour().blue();
            all += strength;
        }
        colour[0] = (float) (red / all);
        colour[1] = (float) (green / all);
        colour[2] = (float) (blue / all);
    }

    /** Goes from 0 to 1 without a visible beginning or end. */
    private static double smooth(double share) {
        double bounded = Math.min(1, Math.max(0, share));
        return bounded * bounded * (3 - 2 * bounded);
    }
}
