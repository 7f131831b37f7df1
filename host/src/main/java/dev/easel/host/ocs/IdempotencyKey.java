package dev.easel.host.ocs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The header by which a client names an order that it may repeat. */
final class IdempotencyKey {
    static final String HEADER = "Idempotency-Key";
    private static final int MOST = 255;
    private static final Pattern BARE = Pattern.compile("[\\x21\\x23-\\x7E][\\x21-\\x7E]*");

    /** A string of RFC 8941, section 3.3.3. */
    private static final Pattern QUOTED = Pattern.compile("\"((?:[\\x21\\x23-\\x5B\\x5D-\\x7E]|\\\\[\"\\\\])+)\"");

    private IdempotencyKey() {}

    /**
     * Reads the key, bare or quoted.
     *
     * @return empty if the client gives none
     * @throws OcsException if what it gives is none
     */
    static Optional<String> read(OcsCall call) {
        List<String> given = new ArrayList<>();
        call.headers(HEADER).forEach(given::add);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(given)
                .filter(values -> values.size() == 1)
                .flatMap(values -> parse(values.get(0).strip()))
                .or(() -> {
                    throw new OcsException(
                            OcsReply.refusal(400, call.messages().get("idempotency-key.malformed", MOST)));
                });
    }

    /** The key in a header's value; empty if there is none. */
    static Optional<String> parse(String value) {
        var quoted = QUOTED.matcher(value);
        Optional<String> key = quoted.matches()
                ? Optional.of(quoted.group(1).replaceAll("\\\\(.)", "$1"))
                : Optional.of(value).filter(bare -> BARE.matcher(bare).matches());
        return key.filter(text -> text.length() <= MOST);
    }
}
