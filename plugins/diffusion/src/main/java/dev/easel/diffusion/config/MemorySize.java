package dev.easel.diffusion.config;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes of memory as people write them. */
final class MemorySize {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})\\s*(mib|gib|mb|gb|m|g|)", Pattern.CASE_INSENSITIVE);

    private MemorySize() {}

    /** Reads {@code 2 GiB}, {@code 512 MiB} or {@code 512}; empty if it is none, or is 0. */
    static OptionalLong parse(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            return OptionalLong.empty();
        }
        boolean inGibibytes = matcher.group(2).toLowerCase(Locale.ROOT).startsWith("g");
        return OptionalLong.of(Long.parseLong(matcher.group(1)) << (inGibibytes ? 30 : 20));
    }
}
