package dev.easel.host.provider.jar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Trusts jars whose SHA-256 is listed, whatever their names.
 *
 * @param sums a file as {@code sha256sum} writes it, read for every jar; empty lines and those with {@code #} count for
 *     nothing
 */
record PinnedTrust(Path sums) implements JarTrust {
    /** Sum, blank, blank or asterisk, name; with a backslash before it where the name has odd characters. */
    private static final Pattern LINE = Pattern.compile("\\\\?([0-9a-fA-F]{64})(?: [ *].*)?");

    @Override
    public void check(Path jar, String sha256, Findings findings) {
        FilePermissions.writableByOthers(sums)
                .ifPresent(
                        who -> findings.fault("The file " + sums + ", which plugins.pins names, may be written to by "
                                + who + ", so it vouches for nothing; chmod go-w it."));
        try {
            List<String> trusted = trusted(findings);
            if (!trusted.contains(sha256)) {
                findings.fault("The jar's SHA-256 is " + sha256 + ", which " + sums + " does not list; if you know "
                        + "where the jar comes from, add the output of sha256sum for it, or set plugins.trust.");
            }
        } catch (IOException unreadable) {
            findings.fault("The file " + sums + ", which plugins.pins names, cannot be read (" + unreadable
                    + "), so no jar is trusted; correct its name or its permissions.");
        }
    }

    private List<String> trusted(Findings findings) throws IOException {
        List<String> trusted = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(sums)) {
            number++;
            Matcher matcher = LINE.matcher(line.strip());
            if (matcher.matches()) {
                trusted.add(matcher.group(1).toLowerCase(Locale.ROOT));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                findings.warning("Line " + number + " of " + sums
                        + " is not as sha256sum writes it and counts for nothing; correct or remove it.");
            }
        }
        return trusted;
    }
}
