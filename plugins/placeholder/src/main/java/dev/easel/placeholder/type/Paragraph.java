package dev.easel.placeholder.type;

import com.ibm.icu.text.Bidi;
import java.text.Normalizer;
import java.text.Normalizer.Form;

/**
 * One paragraph in logical order, with its Arabic letters joined.
 *
 * @param text what is set, characters of the basic multilingual plane only
 * @param rightToLeft whether it begins on the right, as the first letter that has a direction decides
 */
record Paragraph(String text, boolean rightToLeft) {
    private static final String ELLIPSIS = "…";
    private static final int AS_SEEN = Bidi.DO_MIRRORING | Bidi.KEEP_BASE_COMBINING | Bidi.REMOVE_BIDI_CONTROLS;

    /** Makes a paragraph of text as it is written. */
    static Paragraph of(String text, Typeface typeface) {
        boolean rightToLeft = new Bidi(text, Bidi.LEVEL_DEFAULT_LTR).getParaLevel() == Bidi.RTL;
        return new Paragraph(join(text, typeface), rightToLeft);
    }

    private static String join(String text, Typeface typeface) {
        String shaped = ArabicForms.join(text);
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < shaped.length(); i++) {
            char c = Characters.withoutCarrier(shaped.charAt(i));
            if (Characters.isJoiner(c)) {
                continue;
            }
            boolean settable = Characters.isDirectionControl(c) || typeface.shows(c);
            // A form that no font has becomes the letter's plain form.
            joined.append(settable ? String.valueOf(c) : Normalizer.normalize(String.valueOf(c), Form.NFKC));
        }
        return joined.toString();
    }

    /** Returns a part of the paragraph that is a line, in the order in which it is seen from the left. */
    String line(int start, int end) {
        return seen(text, start, end);
    }

    /** Returns a line as {@link #line} does, with an ellipsis at its end. */
    String cutLine(int start, int end) {
        return seen(text.substring(0, end).stripTrailing() + ELLIPSIS, start, -1);
    }

    private String seen(String whole, int start, int end) {
        Bidi bidi = new Bidi(whole, rightToLeft ? Bidi.RTL : Bidi.LTR);
        return bidi.setLine(start, end < 0 ? whole.length() : end).writeReordered(AS_SEEN);
    }
}
