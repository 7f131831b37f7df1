package dev.easel.host.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A request and the deployed contract's answer to it, as noted in a file. */
record GoldenExchange(int number, String name, Message request, Message response) {
    @Override
    public String toString() {
        return name;
    }

    /** One half of an exchange; header names in lower case. */
    record Message(String firstLine, Map<String, String> headers, String body) {
        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }

        String word(int index) {
            return firstLine.split(" ", -1)[index];
        }
    }

    static GoldenExchange read(Path file) {
        try {
            String text = Files.readString(file);
            String name = String.valueOf(file.getFileName());
            String[] halves = text.split("<<< RESPONSE\n", 2);
            String request = halves[0].substring(halves[0].indexOf(">>> REQUEST\n") + ">>> REQUEST\n".length());
            return new GoldenExchange(
                    Integer.parseInt(name.substring(0, 2)), name, message(request.strip()), message(halves[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Message message(String text) {
        String[] parts = text.split("\n\n", 2);
        String[] lines = parts[0].split("\n", -1);
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] header = lines[i].split(": ", 2);
            headers.put(header[0].toLowerCase(Locale.ROOT), header[1]);
        }
        return new Message(lines[0], headers, parts.length == 2 ? body(parts[1]) : "");
    }

    /** A line in brackets says of the body what the file can't show. */
    private static String body(String text) {
        if (text.startsWith("(")) {
            return "";
        }
        int note = text.indexOf("\n(no newline at end of body)");
        return note < 0 ? text : text.substring(0, note);
    }
}
