package dev.easel.host.ocs;

import java.util.function.IntPredicate;

/** Texts that UTF-8 and XML can hold. */
final class Texts {
    private static final int REPLACEMENT = 0xFFFD;

    private Texts() {}

    /** Replaces halves of surrogate pairs, which UTF-8 can't hold, by U+FFFD. */
    static String withoutLoneSurrogates(String text) {
        return replace(text, codePoint -> codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
    }

    /** Replaces what XML 1.0 can't hold by U+FFFD. */
    static String fitForXml(String text) {
        return replace(text, Texts::isXmlCharacter);
    }

    /** XML 1.0, production 2. */
    private static boolean isXmlCharacter(int codePoint) {
        return codePoint == '\t'
                || codePoint == '\n'
                || codePoint == '\r'
                || (codePoint >= 0x20 && codePoint < Character.MIN_SURROGATE)
                || (codePoint > Character.MAX_SURROGATE && codePoint < 0xFFFE)
                || codePoint >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
    }

    private static String replace(String text, IntPredicate keep) {
        if (text.codePoints().allMatch(keep)) {
            return text;
        }
        return text.codePoints()
                .map(codePoint -> keep.test(codePoint) ? codePoint : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
