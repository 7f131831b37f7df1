package dev.easel.placeholder.type;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The fonts that the plugin brings, taken as one: each character comes from the first font that has it.
 *
 * <p>Safe for use by several threads. Keeps the fonts and every character that was asked for, a few megabytes in all.
 */
public final class Typeface {
    private static final String INTER = "/com/formdev/flatlaf/fonts/inter/Inter-SemiBold.otf";
    private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/DejaVuSansCondensed-Bold.ttf";
    private static final double INTER_TRACKING = -0.012;

    private final List<Face> faces;
    private final Map<Character, Optional<Glyph>> glyphs = new ConcurrentHashMap<>();

    private Typeface(List<Face> faces) {
        this.faces = faces;
    }

    /**
     * Reads the fonts: Inter for Latin, Greek and Cyrillic, DejaVu Sans for everything else, above all Arabic and
     * Hebrew.
     *
     * @return the typeface
     * @throws UncheckedIOException if the plugin's jar is damaged
     */
    public static Typeface load() {
        try {
            return new Typeface(List.of(Face.read(INTER, INTER_TRACKING), Face.read(DEJAVU, 0)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells whether a font has the character. */
    boolean shows(char character) {
        return glyph(character).isPresent();
    }

    /** Returns a character's shape; empty if no font has it. */
    Optional<Glyph> glyph(char character) {
        return glyphs.computeIfAbsent(character, this::find);
    }

    private Optional<Glyph> find(char character) {
        try {
            for (Face face : faces) {
                Optional<Glyph> glyph = face.glyph(character);
                if (glyph.isPresent()) {
                    return glyph;
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
