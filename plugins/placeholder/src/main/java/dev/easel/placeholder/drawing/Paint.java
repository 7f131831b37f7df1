package dev.easel.placeholder.drawing;

/** Says which colour a shape has at each pixel. Implementations hold no state that changes. */
@FunctionalInterface
public interface Paint {

    /**
     * Writes the colour of one pixel.
     *
     * @param x the pixel's column, from 0 at the left
     * @param y the pixel's row, from 0 at the top
     * @param colour takes red, green and blue, from 0 to 255, and the opacity, from 0 to 1
     */
    void shade(int x, int y, float[] colour);

    /**
     * Paints in one colour.
     *
     * @param rgb the colour
     * @return an opaque paint
     */
    static Paint solid(Rgb rgb) {
        return translucent(rgb, 1);
    }

    /**
     * Paints in one colour that what is behind shines through.
     *
     * @param rgb the colour
     * @param opacity from 0 to 1
     * @return the paint
     */
    static Paint translucent(Rgb rgb, double opacity) {
        float red = (float) rgb.red();
        float green = (float) rgb.green();
        float blue = (float) rgb.blue();
        float alpha = (float) opacity;
        return (x, y, colour) -> {
            colour[0] = red;
            colour[1] = green;
            colour[2] = blue;
            colour[3] = alpha;
        };
    }

    /**
     * Paints from one colour at a height to another at another height.
     *
     * @param from the colour at {@code top} and above
     * @param to the colour at {@code bottom} and below
     * @param top a row
     * @param bottom a row below it
     * @return an opaque paint
     */
    static Paint vertical(Rgb from, Rgb to, double top, double bottom) {
        float red = (float) from.red();
        float green = (float) from.green();
        float blue = (float) from.blue();
        float moreRed = (float) (to.red() - from.red());
        float moreGreen = (float) (to.green() - from.green());
        float moreBlue = (float) (to.blue() - from.blue());
        float first = (float) (top - 0.5);
        float rows = (float) (bottom - top);
        return (x, y, colour) -> {
            float share = Math.min(1, Math.max(0, (y - first) / rows));
            colour[0] = red + moreRed * share;
            colour[1] = green + moreGreen * share;
            colour[2] = blue + moreBlue * share;
            colour[3] = 1;
        };
    }

    /**
     * Paints in one colour that fades away downwards.
     *
     * @param rgb the colour
     * @param top the row where it is opaque, and above
     * @param bottom the row where nothing of it is left, and below
     * @return a translucent paint
     */
    static Paint fading(Rgb rgb, double top, double bottom) {
        float red = (float) rgb.red();
        float green = (float) rgb.green();
        float blue = (float) rgb.blue();
        return (x, y, colour) -> {
            colour[0] = red;
            colour[1] = green;
            colour[2] = blue;
            colour[3] = (float) Math.min(1, Math.max(0, (bottom - y - 0.5) / (bottom - top)));
        };
    }

    /**
     * Paints a light that fades away from its centre.
     *
     * @param rgb the colour
     * @param x the centre's column
     * @param y the centre's row
     * @param radius where nothing is left, in pixels
     * @param opacity the opacity in the centre, from 0 to 1
     * @return a translucent paint
     */
    static Paint glow(Rgb rgb, double x, double y, double radius, double opacity) {
        return (column, row, colour) -> {
            double dx = column + 0.5 - x;
            double dy = row + 0.5 - y;
            double left = Math.max(0, 1 - (dx * dx + dy * dy) / (radius * radius));
            colour[0] = (float) rgb.red();
            colour[1] = (float) rgb.green();
            colour[2] = (float) rgb.blue();
            colour[3] = (float) (opacity * left * left);
        };
    }
}
