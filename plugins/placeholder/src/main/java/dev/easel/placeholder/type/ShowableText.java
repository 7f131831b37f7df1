package dev.easel.placeholder.type;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes out of a prompt what the typeface can show, as clean paragraphs.
 *
 * <p>Left out are characters of scripts that no font shows, control characters, lone surrogates and piles of combining
 * marks; what is left is in Unicode's normal form C, all of it in the basic multilingual plane, with single spaces.
 * Reading stops after as many characters as could ever fit into a picture.
 */
final class ShowableText {
    private static final int MOST_CHARACTERS = 4000;
    private static final int MOST_MARKS = 3;

    /** Stands for one or more characters that were left out, until the text is tidied. */
    private static final char GAP = '\uFFFC';

    private static final Pattern EMPTIED_BRACKETS = Pattern.compile("[(\\[{«“]\\s*\uFFFC[\\s\uFFFC]*[)\\]}»”]");
    private static final Pattern GAP_BEFORE_PUNCTUATION = Pattern.compile("\\s?\uFFFC[\\s\uFFFC]*(?=[.,;:!?…)\\]])");
    private static final Pattern GAPS = Pattern.compile("\uFFFC");
    /** The letter shin with its points; its dot stands on one side, so the letter with the dot is taken. */
    private static final Pattern SHIN = Pattern.compile("ש([\\u05B0-\\u05BC]*)([\\u05C1\\u05C2])");

    /** Normal form C puts the doubling sign of Arabic behind the vowel sign that is written above it. */
    private static final Pattern VOWEL_BEFORE_SHADDA = Pattern.compile("([\\u064B-\\u0650])\u0651");

    private static final Pattern SPACES = Pattern.compile(" +");

    private final Typeface typeface;
    private final StringBuilder kept = new StringBuilder();
    private boolean baseKept;
    private int marks;

    private ShowableText(Typeface typeface) {
        this.typeface = typeface;
    }

    /** Returns the paragraphs of a prompt; none if nothing of it can be shown. */
    static List<String> paragraphs(String prompt, Typeface typeface) {
        ShowableText text = new ShowableText(typeface);
        for (int at = 0; at < prompt.length() && text.kept.length() < MOST_CHARACTERS; ) {
            int character = prompt.codePointAt(at);
            text.add(character);
            at += Character.charCount(character);
        }
        return text.showable()
                .lines()
                .filter(ShowableText::saysSomething)
                .map(ShowableText::tidy)
                .filter(line -> line.chars().anyMatch(ShowableText::isVisible))
                .toList();
    }

    private void add(int character) {
        if (Characters.isLineBreak(character)) {
            addBase("\n");
        } else if (Characters.isSpace(character)) {
            addBase(" ");
        } else if (Characters.isMark(character) && !Characters.isIgnorable(character)) {
            addMark(character);
        } else if (Characters.isDirectionControl(character) || Characters.isJoiner(character)) {
            addControl(character);
        } else if (!Characters.isIgnorable(character)) {
            addVisible(character);
        }
    }

    private void addBase(String text) {
        kept.append(text);
        baseKept = true;
        marks = 0;
    }

    private void addMark(int character) {
        if (baseKept && ++marks <= MOST_MARKS && Character.isBmpCodePoint(character)) {
            kept.append((char) character);
        }
    }

    private void addControl(int character) {
        if (baseKept) {
            kept.append((char) character);
        }
    }

    private void addVisible(int character) {
        String text = Character.toString(character);
        if (isShown(text)) {
            addBase(text);
            return;
        }
        // Mathematical, full-width and similar letters are shown as plain ones.
        String plain = Normalizer.normalize(text, Form.NFKC);
        if (isShown(plain)) {
            addBase(plain);
        } else {
            leaveOut();
        }
    }

    private boolean isShown(String text) {
        return text.chars().allMatch(c -> Characters.isOfKnownScript(c) && typeface.shows((char) c));
    }

    private void leaveOut() {
        baseKept = false;
        if (kept.length() == 0 || kept.charAt(kept.length() - 1) != GAP) {
            kept.append(GAP);
        }
    }

    /** Composes letters with their marks and leaves out the marks that are neither composed nor in a font. */
    private String showable() {
        StringBuilder showable = new StringBuilder();
        String composed = Normalizer.normalize(kept, Form.NFC);
        arrangePoints(composed).chars().filter(this::isSettable).forEach(c -> showable.append((char) c));
        return showable.toString();
    }

    /** Arranges vowel points as they are drawn, the nearest to the letter first. */
    private static String arrangePoints(String text) {
        String dotted = SHIN.matcher(text)
                .replaceAll(shin -> (shin.group(2).equals("\u05C1") ? "\uFB2A" : "\uFB2B") + shin.group(1));
        return VOWEL_BEFORE_SHADDA.matcher(dotted).replaceAll("\u0651$1");
    }

    private boolean isSettable(int character) {
        return character == GAP
                || Characters.isLineBreak(character)
                || Characters.isDirectionControl(character)
                || Characters.isJoiner(character)
                || typeface.shows((char) character);
    }

    /** Punctuation that is left over from a line whose words cannot be shown says nothing. */
    private static boolean saysSomething(String line) {
        return line.indexOf(GAP) < 0 || line.chars().anyMatch(Character::isLetterOrDigit);
    }

    private static boolean isVisible(int character) {
        return !Characters.isSpace(character)
                && !Characters.isDirectionControl(character)
                && !Characters.isJoiner(character)
                && !Characters.isMark(character);
    }

    private static String tidy(String line) {
        String unbracketed = EMPTIED_BRACKETS.matcher(line).replaceAll(String.valueOf(GAP));
        String closed = GAP_BEFORE_PUNCTUATION.matcher(unbracketed).replaceAll("");
        String full = GAPS.matcher(closed).replaceAll("");
        return SPACES.matcher(full).replaceAll(" ").strip();
    }
}
