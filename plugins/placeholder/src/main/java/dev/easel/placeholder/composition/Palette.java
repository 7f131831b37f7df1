package dev.easel.placeholder.composition;

import dev.easel.placeholder.drawing.Rgb;
import java.util.List;

/**
 * Colours that go well together.
 *
 * @param paper what the text stands on
 * @param ink the text; its contrast with the paper is at least 7
 * @param accents five colours for everything else: a deep one, a lighter relative of it, a light one, a striking one
 *     and one more
 */
public record Palette(Rgb paper, Rgb ink, List<Rgb> accents) {

    /** Makes an immutable palette. */
    public Palette {
        accents = List.copyOf(accents);
    }

    static Palette of(int paper, int ink, int deep, int middle, int light, int striking, int other) {
        return new Palette(
                Rgb.of(paper),
                Rgb.of(ink),
                List.of(Rgb.of(deep), Rgb.of(middle), Rgb.of(light), Rgb.of(striking), Rgb.of(other)));
    }

    /**
     * Returns all palettes.
     *
     * @return light and dark ones in turn
     */
    public static List<Palette> all() {
        return List.of(
                of(0x1B1B3A, 0xFFF4E0, 0x693668, 0xA74482, 0xFFD166, 0xF25F5C, 0xFF9F6B),
                of(0xF6F1E1, 0x1F3A2D, 0x2F6B4F, 0x7FB069, 0xF0C987, 0xCA3C25, 0x1D4E5F),
                of(0x0B2B33, 0xF1F7ED, 0x1A7F7A, 0x66C2A5, 0xF6D186, 0xF08A5D, 0xB83B5E),
                of(0xEEF2F3, 0x14213D, 0x1F4E79, 0x4F8FBF, 0xF4B942, 0xE4572E, 0xA8C6D8),
                of(0x2B1330, 0xFDEBF3, 0x7A2E72, 0xC3498B, 0xFFC6A8, 0xF27E93, 0x5C7AEA),
                of(0xFBEFE3, 0x3D1F1A, 0x2F4858, 0x588B8B, 0xF2C57C, 0xC8553D, 0xE8985E),
                of(0x12261F, 0xF4F1DE, 0x2D6A4F, 0x74A57F, 0xF2CC8F, 0xE07A5F, 0xD8C99B),
                of(0xFFF6D6, 0x22333B, 0x277DA1, 0x43AA8B, 0xF9C74F, 0xF3722C, 0x90BE6D),
                of(0x0F1E4D, 0xF5F7FF, 0x2E5BFF, 0x6FA8FF, 0xFFB84C, 0xFF6F61, 0xB8E1FF),
                of(0xFDF0F0, 0x432534, 0x3F5E78, 0x7D8CC4, 0xF4C95D, 0xD8697A, 0xF2A7A7),
                of(0x2A1A16, 0xFFF3E2, 0x8C3B2A, 0xC46A3F, 0xF4D6A0, 0xE9A23B, 0x5E8C83),
                of(0xEFEAF7, 0x2A1E4F, 0x6C4AB6, 0xA68BDA, 0xF2A66A, 0xEB5E79, 0x3FA7A0));
    }

    /** Tells whether the paper is darker than the ink. */
    boolean isDark() {
        return paper.luminance() < ink.luminance();
    }

    Rgb deep() {
        return accents.get(0);
    }

    Rgb middle() {
        return accents.get(1);
    }

    Rgb light() {
        return accents.get(2);
    }

    Rgb striking() {
        return accents.get(3);
    }

    Rgb other() {
        return accents.get(4);
    }

    /** Returns an accent by any number, counting round and round. */
    Rgb accent(int number) {
        return accents.get(Math.floorMod(number, accents.size()));
    }
}
