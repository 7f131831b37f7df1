package dev.easel.placeholder.drawing;

/**
 * An opaque colour in sRGB.
 *
 * @param red from 0 to 255
 * @param green from 0 to 255
 * @param blue from 0 to 255
 */
public record Rgb(double red, double green, double blue) {

    /**
     * Reads a colour from its usual notation.
     *
     * @param packed {@code 0xRRGGBB}; higher bits do not matter
     * @return the colour
     */
    public static Rgb of(int packed) {
        return new Rgb((packed >> 16) & 0xFF, (packed >> 8) & 0xFF, packed & 0xFF);
    }

    /**
     * Mixes two colours.
     *
     * @param other the colour to go towards
     * @param share how far, from 0 (this one) to 1 (the other)
     * @return the colour between
     */
    public Rgb mix(Rgb other, double share) {
        return new Rgb(
                red + (other.red - red) * share,
                green + (other.green - green) * share,
                blue + (other.blue - blue) * share);
    }

    /**
     * Returns the contrast of two colours as <a href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio">WCAG 2.2</a>
     * defines it.
     *
     * @param other the other colour
     * @return from 1 (none) to 21 (black on white)
     */
    public double contrast(Rgb other) {
        double mine = luminance();
        double others = other.luminance();
        return (Math.max(mine, others) + 0.05) / (Math.min(mine, others) + 0.05);
    }

    /**
     * Returns the relative luminance as WCAG 2.2 defines it.
     *
     * @return from 0 (black) to 1 (white)
     */
    public double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(double channel) {
        double value = channel / 255;
        return value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4);
    }
}
