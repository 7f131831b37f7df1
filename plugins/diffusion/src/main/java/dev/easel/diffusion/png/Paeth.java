package dev.easel.diffusion.png;

/**
 * Paeth's filter, which tells each sample by how it differs from the neighbour that fits best; for use by one thread,
 * made for one picture. Choosing the best of all filters for each row made pictures no smaller.
 *
 * <p>After <a href="https://www.w3.org/TR/png-3/#9Filter-type-4-Paeth">PNG, third edition, 9.4</a>.
 */
final class Paeth {
    private static final byte TYPE = 4;

    private final byte[] filtered;
    private byte[] above;

    /** Begins above the first row. */
    Paeth(int rowLength) {
        this.filtered = new byte[1 + rowLength];
        this.filtered[0] = TYPE;
        this.above = new byte[rowLength];
    }

    /** Filters the next row; what it returns is valid until the next call. */
    byte[] filter(byte[] row) {
        for (int i = 0; i < row.length; i++) {
            int left = i < Picture.CHANNELS ? 0 : Byte.toUnsignedInt(row[i - Picture.CHANNELS]);
            int aboveLeft = i < Picture.CHANNELS ? 0 : Byte.toUnsignedInt(above[i - Picture.CHANNELS]);
            filtered[1 + i] = (byte) (row[i] - nearest(left, Byte.toUnsignedInt(above[i]), aboveLeft));
        }
        above = row.clone();
        return filtered;
    }

    private static int nearest(int left, int above, int aboveLeft) {
        int byLeft = Math.abs(above - aboveLeft);
        int byAbove = Math.abs(left - aboveLeft);
        int byAboveLeft = Math.abs(left + above - 2 * aboveLeft);
        if (byLeft <= byAbove && byLeft <= byAboveLeft) {
            return left;
        }
        return byAbove <= byAboveLeft ? above : aboveLeft;
    }
}
