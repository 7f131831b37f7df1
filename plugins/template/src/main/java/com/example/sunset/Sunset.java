package com.example.sunset;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** One sunset: a sky that grows darker upwards, a sun, and its light on the sea. */
final class Sunset {
    private static final double HORIZON = 0.7;

    private final float hue;
    private final double sunX;
    private final double sunY;

    /** Lets the prompt and the index decide everything, so that the same ones give the same picture. */
    Sunset(String prompt, int index) {
        SplittableRandom random = new SplittableRandom(31L * prompt.hashCode() + index);
        hue = (float) random.nextDouble();
        sunX = random.nextDouble(0.25, 0.75);
        sunY = random.nextDouble(0.35, HORIZON);
    }

    BufferedImage paint(int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                image.setRGB(x, y, colourAt((double) x / size, (double) y / size));
            }
        }
        return image;
    }

    /** Mirrors what is below the horizon, a little darker. */
    private int colourAt(double x, double y) {
        boolean isSea = y > HORIZON;
        double height = isSea ? 2 * HORIZON - y : y;
        double distance = Math.hypot(x - sunX, height - sunY);
        boolean isSun = distance < 0.12;
        double light = isSun ? 1 : Math.max(0.15, 0.95 - 1.1 * distance);
        return Color.HSBtoRGB(
                hue + (float) (0.15 * height), isSun ? 0.15f : 0.7f, (float) (isSea ? light * 0.75 : light));
    }
}
