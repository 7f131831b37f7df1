package dev.easel.placeholder.composition;

import dev.easel.placeholder.drawing.Canvas;
import dev.easel.placeholder.drawing.Paint;
import dev.easel.placeholder.drawing.Rgb;
import dev.easel.placeholder.drawing.Shapes;
import java.awt.geom.Path2D;

/** Square tiles with plain shapes, as at the Bauhaus. */
final class Tiles implements Composition {

    @Override
    public boolean mayHang() {
        return true;
    }

    @Override
    public void paint(Stage stage) {
        int columns = stage.height() < 330 ? 8 : stage.oneOf(6, 7);
        double size = stage.width() / columns;
        boolean hangs = stage.hangs();
        int rows = (int) Math.max(1, stage.height() / size);
        double top = hangs ? 0 : stage.bottom() - rows * size;
        int last = -1;
        for (int i = 0; i < rows * columns; i++) {
            int ground = differentFrom(last, stage);
            double x = i % columns * size;
            double row = Math.floorDiv(i, columns);
            double y = top + row * size;
            paintTile(stage, Math.rint(x), Math.rint(y), Math.ceil(size), ground);
            last = ground;
        }
    }

    private static int differentFrom(int last, Stage stage) {
        int number = stage.oneOf(0, 5);
        return number == last ? (number + 1) % 6 : number;
    }

    private static Rgb colour(Palette palette, int number) {
        return number == 5 ? palette.paper() : palette.accent(number);
    }

    private static void paintTile(Stage stage, double x, double y, double size, int ground) {
        Canvas canvas = stage.canvas();
        Rgb back = colour(stage.palette(), ground);
        Rgb front = colour(stage.palette(), ground + stage.oneOf(1, 4));
        canvas.fill(Shapes.rectangle(x, y, size, size), Paint.solid(back));
        Paint paint = Paint.solid(back.contrast(front) < 1.3 ? stage.palette().ink() : front);
        int corner = stage.oneOf(0, 3);
        switch (stage.oneOf(0, 6)) {
            case 0, 1 -> quarter(canvas, x, y, size, corner, paint);
            case 2 -> canvas.fill(Shapes.circle(x + size / 2, y + size / 2, size * 0.32), paint);
            case 3 -> half(canvas, x, y, size, corner, paint);
            case 4 -> triangle(canvas, x, y, size, corner, paint);
            case 5 -> leaf(canvas, x, y, size, corner, paint);
            default -> arcs(canvas, x, y, size, corner, paint, Paint.solid(back));
        }
    }

    private static double cornerX(double x, double size, int corner) {
        return corner % 4 == 1 || corner % 4 == 2 ? x + size : x;
    }

    private static double cornerY(double y, double size, int corner) {
        return corner % 4 >= 2 ? y + size : y;
    }

    /** Corners count clockwise from the top left one; a quarter disc at one opens towards the tile's middle. */
    private static double opening(int corner) {
        return 270 - 90.0 * corner;
    }

    private static void quarter(Canvas canvas, double x, double y, double size, int corner, Paint paint) {
        canvas.fill(Shapes.slice(cornerX(x, size, corner), cornerY(y, size, corner), size, opening(corner), 90), paint);
    }

    private static void half(Canvas canvas, double x, double y, double size, int side, Paint paint) {
        double centreX = x + size * (side == 1 ? 1 : side == 3 ? 0 : 0.5);
        double centreY = y + size * (side == 2 ? 1 : side == 0 ? 0 : 0.5);
        canvas.fill(Shapes.slice(centreX, centreY, size / 2, 180 - 90.0 * side, 180), paint);
    }

    private static void triangle(Canvas canvas, double x, double y, double size, int corner, Paint paint) {
        canvas.fill(
                Shapes.polygon(
                        cornerX(x, size, corner), cornerY(y, size, corner),
                        cornerX(x, size, (corner + 1) % 4), cornerY(y, size, (corner + 1) % 4),
                        cornerX(x, size, (corner + 3) % 4), cornerY(y, size, (corner + 3) % 4)),
                paint);
    }

    /** What two quarter discs at opposite corners have in common. */
    private static void leaf(Canvas canvas, double x, double y, double size, int corner, Paint paint) {
        double fromX = cornerX(x, size, corner);
        double fromY = cornerY(y, size, corner);
        double toX = cornerX(x, size, corner + 2);
        double toY = cornerY(y, size, corner + 2);
        Path2D leaf = new Path2D.Double();
        leaf.moveTo(fromX, fromY);
        leaf.curveTo(towards(fromX, toX), fromY, toX, towards(toY, fromY), toX, toY);
        leaf.curveTo(towards(toX, fromX), toY, fromX, towards(fromY, toY), fromX, fromY);
        leaf.closePath();
        canvas.fill(leaf, paint);
    }

    private static double towards(double from, double to) {
        return from + (to - from) * Shapes.ROUND;
    }

    private static void arcs(Canvas canvas, double x, double y, double size, int corner, Paint paint, Paint back) {
        for (int i = 0; i < 4; i++) {
            double radius = size * (1 - i * 0.25);
            canvas.fill(
                    Shapes.slice(cornerX(x, size, corner), cornerY(y, size, corner), radius, opening(corner), 90),
                    i % 2 == 0 ? paint : back);
        }
    }
}
