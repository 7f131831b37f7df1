package dev.easel.host.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An answer as it came over the wire.
 *
 * @param headers by names in lower case; of a repeated one the last counts
 * @param content the bytes of the body as characters of ISO 8859-1; empty where the status or the request's method
 *     allows none
 */
record RawAnswer(int status, Map<String, String> headers, String content) {
    private static final String START = "HTTP/1.";

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    byte[] body() {
        return content.getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * Reads all final answers of a connection.
     *
     * @param complete false if the connection broke, so that the last answer may lack something
     */
    static List<RawAnswer> readAll(byte[] bytes, boolean complete) {
        Reader reader = new Reader(bytes);
        List<RawAnswer> answers = new ArrayList<>();
        try {
            while (!reader.isAtEnd()) {
                answers.add(reader.answer());
            }
        } catch (IndexOutOfBoundsException e) {
            if (complete) {
                throw new AssertionError("An answer is cut off: " + new String(bytes, StandardCharsets.UTF_8), e);
            }
        }
        return answers.stream().filter(answer -> answer.status >= 200).toList();
    }

    private static final class Reader {
        private final byte[] bytes;
        private int at;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean isAtEnd() {
            return at == bytes.length;
        }

        RawAnswer answer() {
            String[] lines = textUntil("\r\n\r\n").split("\r\n", -1);
            if (!lines[0].matches("HTTP/1\\.[01] [1-5][0-9]{2}( [ -~]*)?")) {
                throw new AssertionError(
                        "No status line at " + at + ": " + new String(bytes, StandardCharsets.ISO_8859_1));
            }
            int status = Integer.parseInt(lines[0].substring(9, 12));
            Map<String, String> headers = Arrays.stream(lines)
                    .skip(1)
                    .map(line -> line.split(":", 2))
                    .collect(Collectors.toMap(
                            parts -> parts[0].toLowerCase(Locale.ROOT),
                            parts -> parts[1].strip(),
                            (old, last) -> last));
            return new RawAnswer(status, headers, new String(body(status, headers), StandardCharsets.ISO_8859_1));
        }

        /** What answers HEAD says how long a body would be, and has none. */
        private byte[] body(int status, Map<String, String> headers) {
            if (status < 200 || status == 204 || status == 304 || isAtEnd() || isAtAnswer()) {
                return new byte[0];
            }
            if (headers.containsKey("transfer-encoding")) {
                return chunks();
            }
            return take(Integer.parseInt(headers.getOrDefault("content-length", "" + (bytes.length - at))));
        }

        private boolean isAtAnswer() {
            return new String(bytes, at, Math.min(START.length(), bytes.length - at), StandardCharsets.ISO_8859_1)
                    .equals(START);
        }

        private byte[] chunks() {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            int size;
            do {
                size = Integer.parseInt(textUntil("\r\n"), 16);
                all.writeBytes(take(size));
                textUntil("\r\n");
            } while (size > 0);
            return all.toByteArray();
        }

        private byte[] take(int size) {
            if (size > bytes.length - at) {
                throw new IndexOutOfBoundsException("The answer has " + (bytes.length - at) + " of " + size + " bytes");
            }
            at += size;
            return Arrays.copyOfRange(bytes, at - size, at);
        }

        private String textUntil(String end) {
            String rest = new String(bytes, at, bytes.length - at, StandardCharsets.ISO_8859_1);
            String text = rest.substring(0, rest.indexOf(end));
            at += text.length() + end.length();
            return text;
        }
    }
}
