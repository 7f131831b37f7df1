package dev.easel.placeholder.composition;

import java.util.List;

/** A kind of picture that leaves room for text. Implementations hold no state. */
public sealed interface Composition permits Glow, Halftone, Hills, Orbits, Ribbons, Scales, Tiles, Waves {

    /**
     * Paints the part of a stage that is free of text; the part with text stays as calm as paper.
     *
     * @param stage what to paint on
     */
    void paint(Stage stage);

    /**
     * Tells whether the text may stand below the painted part too.
     *
     * @return false for what needs ground to stand on
     */
    boolean mayHang();

    /**
     * Returns one composition of every kind.
     *
     * @return always the same ones in the same order
     */
    static List<Composition> all() {
        return List.of(
                new Hills(),
                new Tiles(),
                new Orbits(),
                new Waves(),
                new Glow(),
                new Ribbons(),
                new Halftone(),
                new Scales());
    }
}
