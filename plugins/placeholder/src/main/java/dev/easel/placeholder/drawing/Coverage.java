package dev.easel.placeholder.drawing;

import java.awt.geom.PathIterator;

/**
 * Finds out how much of each pixel a shape covers, exactly and not by sampling.
 *
 * <p>Each edge leaves, in the pixels that it crosses, the area that it adds to everything on its right; summing up a
 * row from the left gives the coverage. This is the accumulation buffer that Raph Levien described for font-rs. The
 * area inside counts by its winding, so parts that overlap in the same direction are covered once.
 *
 * <p>For use by one thread; after each shape the buffer is cleared by whoever reads it.
 */
final class Coverage {
    private final int width;
    private final int height;
    private final int stride;
    private final float[] areas;
    private int top;
    private int bottom;
    private double left;
    private double right;

    Coverage(int width, int height) {
        this.width = width;
        this.height = height;
        stride = width + 2;
        areas = new float[stride * height];
        reset();
    }

    /** Forgets the bounds of the last shape. */
    void reset() {
        top = height;
        bottom = 0;
        left = width;
        right = 0;
    }

    /** The first row that the shape touches. */
    int top() {
        return top;
    }

    /** The row after the last one that the shape touches. */
    int bottom() {
        return bottom;
    }

    /** The first column that the shape touches. */
    int left() {
        return (int) left;
    }

    /** The column after the last one that the shape touches. */
    int right() {
        return Math.min(width, (int) right + 1);
    }

    /** Returns what one pixel adds to the sum of its row, and clears it. */
    float take(int x, int y) {
        int at = y * stride + x;
        float area = areas[at];
        areas[at] = 0;
        return area;
    }

    /** Clears what the shape left in a row from a column on. */
    void clear(int x, int y) {
        int start = y * stride;
        for (int at = start + x; at < start + Math.min(stride, right() + 2); at++) {
            areas[at] = 0;
        }
    }

    /** Adds a flattened path; subpaths that are left open are closed. */
    void add(PathIterator path) {
        double[] point = new double[6];
        double startX = 0;
        double startY = 0;
        double x = 0;
        double y = 0;
        for (; !path.isDone(); path.next()) {
            int kind = path.currentSegment(point);
            double toX = kind == PathIterator.SEG_LINETO ? point[0] : startX;
            double toY = kind == PathIterator.SEG_LINETO ? point[1] : startY;
            edge(x, y, toX, toY);
            if (kind == PathIterator.SEG_MOVETO) {
                startX = point[0];
                startY = point[1];
            }
            x = kind == PathIterator.SEG_LINETO ? toX : startX;
            y = kind == PathIterator.SEG_LINETO ? toY : startY;
        }
        edge(x, y, startX, startY);
    }

    private void edge(double x0, double y0, double x1, double y1) {
        if (y0 < y1) {
            descend(x0, y0, x1, y1, 1);
        } else if (y0 > y1) {
            descend(x1, y1, x0, y0, -1);
        }
    }

    private void descend(double x0, double y0, double x1, double y1, int direction) {
        int first = (int) Math.max(0, Math.floor(y0));
        int last = (int) Math.min(height, Math.ceil(y1));
        if (first >= last) {
            return;
        }
        top = Math.min(top, first);
        bottom = Math.max(bottom, last);
        double slope = (x1 - x0) / (y1 - y0);
        double x = x0 + (Math.max(y0, 0) - y0) * slope;
        for (int row = first; row < last; row++) {
            double tall = Math.min(row + 1.0, y1) - Math.max(row, y0);
            double next = x + slope * tall;
            cross(row, clamp(Math.min(x, next)), clamp(Math.max(x, next)), tall * direction);
            x = next;
        }
    }

    private double clamp(double x) {
        return Math.max(0, Math.min(width, x));
    }

    /** An edge crosses a row between two columns, going down by {@code tall} (up if negative). */
    private void cross(int row, double from, double to, double tall) {
        left = Math.min(left, from);
        right = Math.max(right, to);
        int first = (int) from;
        int last = (int) to;
        int at = row * stride + first;
        if (first == last) {
            spread(at, tall, (from + to) / 2 - first);
            return;
        }
        double perColumn = tall / (to - from);
        double x = from;
        for (int column = first; column <= last; column++) {
            double end = Math.min(column + 1.0, to);
            spread(at++, perColumn * (end - x), (x + end) / 2 - column);
            x = end;
        }
    }

    /** What lies right of an edge: a part of this pixel, and the whole of the next ones. */
    private void spread(int at, double tall, double middle) {
        float beyond = (float) (tall * middle);
        areas[at] += (float) tall - beyond;
        areas[at + 1] += beyond;
    }
}
