package dev.easel.host.access.proxy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads one line of the header {@code Forwarded}, after RFC 7239, section 4. */
final class ForwardedHeader {
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    /** IPv6 and ports must be quoted, and often are not. */
    private static final String LENIENT_MARKS = TOKEN_MARKS + "[]:";

    private final String line;
    private final List<Hop> hops = new ArrayList<>();
    private Map<String, String> pairs = new HashMap<>();
    private int at;

    private ForwardedHeader(String line) {
        this.line = line;
    }

    /** A line can't be read. */
    private static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** Reads the elements, the last being that of the nearest proxy; a malformed line is one hop that says nothing. */
    static List<Hop> parse(String line) {
        try {
            return new ForwardedHeader(line).elements();
        } catch (MalformedException e) {
            return List.of(Hop.SILENT);
        }
    }

    private List<Hop> elements() throws MalformedException {
        skipSpace();
        while (at < line.length()) {
            switch (line.charAt(at)) {
                case ',' -> endElement();
                case ';' -> at++;
                default -> readPair();
            }
            skipSpace();
        }
        endElement();
        return hops;
    }

    /** Elements with nothing in them are left aside, as in all lists (RFC 9110, section 5.6.1). */
    private void endElement() {
        at++;
        if (!pairs.isEmpty()) {
            hops.add(new Hop(
                    Optional.ofNullable(pairs.get("for")).flatMap(Hop::address),
                    Optional.ofNullable(pairs.get("proto")),
                    Optional.ofNullable(pairs.get("host"))));
            pairs = new HashMap<>();
        }
    }

    private void readPair() throws MalformedException {
        String name = word(TOKEN_MARKS).toLowerCase(Locale.ROOT);
        expect('=');
        String value = at < line.length() && line.charAt(at) == '"' ? quoted() : word(LENIENT_MARKS);
        skipSpace();
        boolean ended = at == line.length() || line.charAt(at) == ',' || line.charAt(at) == ';';
        if (!ended || pairs.put(name, value) != null) {
            throw new MalformedException();
        }
    }

    private String word(String marks) throws MalformedException {
        int start = at;
        while (at < line.length() && isLetterOr(marks, line.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw new MalformedException();
        }
        return line.substring(start, at);
    }

    private static boolean isLetterOr(String marks, char c) {
        return (c < 0x80 && Character.isLetterOrDigit(c)) || marks.indexOf(c) >= 0;
    }

    /** A quoted string of RFC 9110, section 5.6.4. */
    private String quoted() throws MalformedException {
        StringBuilder text = new StringBuilder();
        at++;
        while (at < line.length() && line.charAt(at) != '"') {
            at += line.charAt(at) == '\\' ? 1 : 0;
            if (at < line.length()) {
                text.append(line.charAt(at++));
            }
        }
        expect('"');
        return text.toString();
    }

    private void expect(char c) throws MalformedException {
        if (at >= line.length() || line.charAt(at) != c) {
            throw new MalformedException();
        }
        at++;
    }

    private void skipSpace() {
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
    }
}
