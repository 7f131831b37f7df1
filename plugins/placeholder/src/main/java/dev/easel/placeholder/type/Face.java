package dev.easel.placeholder.type;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * One font file, read by FontBox. Safe for use by several threads, one at a time.
 *
 * <p>The font is kept in memory; there is nothing to close.
 */
final class Face {
    private final OpenTypeFont font;
    private final CmapLookup characters;
    private final double tracking;

    private Face(OpenTypeFont font, double tracking) throws IOException {
        this.font = font;
        this.tracking = tracking;
        characters = font.getUnicodeCmapLookup();
    }

    /**
     * Reads a font.
     *
     * @param resource its name on the class path
     * @param tracking what is added to every character's advance, in ems
     * @throws IOException if it is missing or damaged
     */
    static Face read(String resource, double tracking) throws IOException {
        try (InputStream in = Face.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException("the plugin's jar lacks the font " + resource + "; install it anew");
            }
            return new Face(new OTFParser().parse(new RandomAccessReadBuffer(in)), tracking);
        }
    }

    /** Returns the shape of a character; empty if the font has none. */
    synchronized Optional<Glyph> glyph(int character) throws IOException {
        int id = characters.getGlyphId(character);
        return id == 0 ? Optional.empty() : Optional.of(read(id));
    }

    private Glyph read(int id) throws IOException {
        double em = font.getUnitsPerEm();
        Path2D outline = new Path2D.Double(outline(id), AffineTransform.getScaleInstance(1 / em, -1 / em));
        Rectangle2D bounds = outline.getBounds2D();
        Glyph.Box box = new Glyph.Box(bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY());
        return new Glyph(outline, font.getAdvanceWidth(id) / em + tracking, box);
    }

    private GeneralPath outline(int id) throws IOException {
        if (font.isPostScript()) {
            return font.getCFF().getFont().getType2CharString(id).getPath();
        }
        GlyphData glyph = font.getGlyph().getGlyph(id);
        return glyph == null ? new GeneralPath() : glyph.getPath();
    }
}
