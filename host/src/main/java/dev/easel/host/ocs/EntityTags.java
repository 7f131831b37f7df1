package dev.easel.host.ocs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares entity tags after RFC 9110 section 8.8.3. */
final class EntityTags {
    private static final Pattern TAG = Pattern.compile("(W/)?(\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\")");

    private EntityTags() {}

    /** Tells whether a list of tags, or {@code *}, holds a tag by the weak comparison. */
    static boolean matchWeakly(String list, String tag) {
        return matches(list, tag, true);
    }

    /** Tells whether a list of tags, or {@code *}, holds a tag by the strong comparison. */
    static boolean matchStrongly(String list, String tag) {
        return matches(list, tag, false);
    }

    private static boolean matches(String list, String tag, boolean weak) {
        if (list.trim().equals("*")) {
            return true;
        }
        Matcher matcher = TAG.matcher(list);
        while (matcher.find()) {
            if (matcher.group(2).equals(tag) && (weak || matcher.group(1) == null)) {
                return true;
            }
        }
        return false;
    }
}
