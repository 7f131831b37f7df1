package dev.easel.host.ocs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the parameters out of a request's body. */
final class RequestBody {
    private RequestBody() {}

    /** A body is not what its content type says. */
    static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String format;
        private final String reason;
        private final transient Object[] values;

        /** Says what is wrong by the key of a text for people, with the values of its placeholders. */
        MalformedException(String format, String reason, Object... values) {
            super(reason);
            this.format = format;
            this.reason = reason;
            this.values = values;
        }

        String reason(Messages messages) {
            return messages.get(reason, values);
        }

        String format() {
            return format;
        }
    }

    /**
     * Reads a body.
     *
     * @param method the HTTP method: multipart bodies are read with POST only, as PHP does
     * @param contentType possibly empty
     * @param body the whole body
     * @return its parameters; none if its content type is another or its JSON is no object
     */
    static Map<String, JsonNode> parse(String method, String contentType, byte[] body) throws MalformedException {
        String mediaType = contentType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
        if (body.length == 0) {
            return Map.of();
        }
        if (mediaType.matches("application/([^/]+\\+)?json")) {
            return JsonBody.parse(body);
        }
        if (mediaType.equals("application/x-www-form-urlencoded")) {
            return form(new String(body, StandardCharsets.UTF_8));
        }
        if (mediaType.equals("multipart/form-data") && method.equals("POST")) {
            return MultipartBody.parse(contentType, body);
        }
        return Map.of();
    }

    /** Reads what forms and query strings are made of; of a repeated name the last value counts, as in PHP. */
    static Map<String, JsonNode> form(String text) {
        Map<String, JsonNode> parameters = new HashMap<>();
        for (String pair : text.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            if (!parts[0].isEmpty()) {
                parameters.put(decoded(parts[0]), TextNode.valueOf(parts.length == 2 ? decoded(parts[1]) : ""));
            }
        }
        return parameters;
    }

    /** What is no percent-encoding stays as it is. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
