package dev.easel.placeholder.type;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.HashMap;
import java.util.Map;

/**
 * Joins Arabic letters: gives each the form that it has beside its neighbours.
 *
 * <p>ICU joins the letters of Arabic itself and leaves those of Persian, Urdu and other languages as they are; these
 * are joined here. Both take the forms from Unicode's blocks Arabic Presentation Forms-A and -B, where each letter
 * stands in its isolated, final, initial and medial form, in this order; letters that join on one side only lack the
 * last two.
 */
final class ArabicForms {
    private static final int FINAL = 1;
    private static final int INITIAL = 2;
    private static final int MEDIAL = 3;
    private static final char TATWEEL = 'ـ';
    private static final char JOINER = '\u200D';
    private static final int ICU_OPTIONS =
            ArabicShaping.LETTERS_SHAPE | ArabicShaping.TEXT_DIRECTION_LOGICAL | ArabicShaping.LENGTH_GROW_SHRINK;
    private static final ArabicForms FORMS = new ArabicForms();

    /** The isolated form of each letter that ICU leaves alone, and whether it has all four forms. */
    private final Map<Character, Letter> letters = new HashMap<>();

    /** Which form of its letter a character is. */
    private final Map<Character, Integer> forms = new HashMap<>();

    private record Letter(char isolated, boolean joinsNext) {}

    private ArabicForms() {
        addBlock('\uFB50', '\uFBE7');
        addBlock('\uFBFC', '\uFBFF');
        Map<Character, Letter> persian = Map.copyOf(letters);
        addBlock('\uFE80', '\uFEFC');
        letters.keySet().retainAll(persian.keySet());
    }

    private void addBlock(char first, char last) {
        String letter = "";
        char isolated = first;
        for (char c = first; c <= last; c++) {
            String plain = Normalizer.normalize(String.valueOf(c), Form.NFKC);
            isolated = plain.equals(letter) ? isolated : c;
            letter = plain;
            int form = c - isolated;
            forms.put(c, form);
            if (letter.length() == 1) {
                letters.put(letter.charAt(0), new Letter(isolated, form == MEDIAL));
            }
        }
    }

    /** Joins a text in logical order; vowel signs and joiners stay. */
    static String join(String text) {
        try {
            return FORMS.joinPersian(new ArabicShaping(ICU_OPTIONS).shape(text));
        } catch (ArabicShapingException e) {
            throw new IllegalStateException("joining of Arabic letters refuses its own options", e);
        }
    }

    private String joinPersian(String shaped) {
        StringBuilder joined = new StringBuilder(shaped);
        for (int i = 0; i < shaped.length(); i++) {
            Letter letter = letters.get(shaped.charAt(i));
            if (letter != null) {
                boolean previous = joinsNext(neighbour(shaped, i, -1));
                boolean next = letter.joinsNext() && joinsPrevious(neighbour(shaped, i, 1));
                joined.setCharAt(i, (char) (letter.isolated() + form(previous, next)));
            }
        }
        return joined.toString();
    }

    private static int form(boolean previous, boolean next) {
        if (previous) {
            return next ? MEDIAL : FINAL;
        }
        return next ? INITIAL : 0;
    }

    /** Returns the character before or after one, past the vowel signs; a space at the ends. */
    private static char neighbour(String text, int at, int step) {
        int i = at + step;
        while (i >= 0 && i < text.length() && Characters.isMark(Characters.withoutCarrier(text.charAt(i)))) {
            i += step;
        }
        return i >= 0 && i < text.length() ? text.charAt(i) : ' ';
    }

    private boolean joinsNext(char character) {
        Letter letter = letters.get(character);
        return character == TATWEEL
                || character == JOINER
                || forms.getOrDefault(character, 0) >= INITIAL
                || (letter != null && letter.joinsNext());
    }

    private boolean joinsPrevious(char character) {
        return character == TATWEEL
                || character == JOINER
                || forms.getOrDefault(character, 0) % 2 == FINAL
                || letters.containsKey(character);
    }
}
