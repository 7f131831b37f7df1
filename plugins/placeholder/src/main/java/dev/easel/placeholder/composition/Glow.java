package dev.easel.placeholder.composition;

import dev.easel.placeholder.drawing.Paint;
import dev.easel.placeholder.drawing.Rgb;
import dev.easel.placeholder.drawing.Shapes;
import java.util.List;

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
        Palette palette = stage.palette();
        List<Rgb> colours = List.of(palette.deep(), palette.middle(), palette.light());
        int first = stage.oneOf(0, 2);
        Light[] lights = new Light[LIGHTS];
        for (int i = 0; i < LIGHTS; i++) {
            double x = stage.width() * (i + stage.between(0.1, 0.9)) / LIGHTS;
            double y = stage.row(stage.between(0.35, 1.05));
            lights[i] = new Light(x, y, stage.between(220, 380), colours.get((first + i) % 3));
        }
        stage.canvas().cover(blend(stage, lights));
        paintMoon(stage);
    }

    private static void paintMoon(Stage stage) {
        double radius = Math.min(190, stage.height() * 0.27);
        double x = stage.width() * stage.between(0.25, 0.75);
        double y = stage.row(stage.between(0.46, 0.54));
        Rgb colour = stage.palette().light().mix(Rgb.of(0xFFFFFF), 0.45);
        stage.canvas().fill(Shapes.circle(x, y, radius), Paint.fading(colour, y - radius, y + radius * 1.05));
    }

    private static Paint blend(Stage stage, Light[] lights) {
        Rgb paper = stage.palette().paper();
        boolean hangs = stage.hangs();
        return (x, y, colour) -> {
            double share = (y + 0.5 - stage.top()) / stage.height();
            float fade = (float) smooth((hangs ? 1 - share : share) * 1.25);
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
