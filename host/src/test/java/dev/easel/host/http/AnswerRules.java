package dev.easel.host.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.easel.host.fuzz.WellFormed;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What holds of every answer, whatever was asked. */
final class AnswerRules {
    private static final String OCS = "ocs";

    /** What HTTP itself answers to a method, an encoding or a version that nobody knows, and what passes by itself. */
    private static final Set<Integer> ALLOWED_FAULTS = Set.of(501, 503, 505);

    /** The OCS codes of unexpected failures, which version 1 hides behind 200. */
    private static final Set<Integer> FAILED = Set.of(500, 996);

    private static final Pattern INSIDE = Pattern.compile("\\b(java|javax|jakarta|jdk|sun|kotlin|org|com|io|dev)"
            + "(\\.[a-z][a-z0-9]*)+\\.[A-Z]\\w*|\\w(Exception|Error)\\b|\\tat |[Jj]avalin|[Jj]etty");

    private AnswerRules() {}

    /**
     * Checks an answer.
     *
     * @param request what was sent, parts of which the answer may repeat
     */
    static void check(RawAnswer answer, String request) {
        assertTrue(answer.status() < 500 || ALLOWED_FAULTS.contains(answer.status()), "status " + answer.status());
        checkHeaders(answer);
        checkSilence(answer, request);
        if (!answer.content().isEmpty()) {
            checkBody(answer);
        }
        assertTrue(
                answer.status() != 200
                        || answer.header("Content-Length").filter("0"::equals).isEmpty(),
                "nothing");
    }

    private static void checkHeaders(RawAnswer answer) {
        assertEquals("nosniff", answer.header("X-Content-Type-Options").orElse(""));
        assertEquals("no-referrer", answer.header("Referrer-Policy").orElse(""));
        assertTrue(answer.header("Content-Security-Policy").isPresent(), "Content-Security-Policy");
        assertTrue(answer.header("X-Request-Id").orElse("").matches("[A-Za-z0-9._-]{1,64}"), "X-Request-Id");
        assertTrue(answer.header("Server").isEmpty(), "Server");
    }

    private static void checkSilence(RawAnswer answer, String request) {
        String said = answer.headers() + new String(answer.body(), StandardCharsets.UTF_8);
        INSIDE.matcher(said)
                .results()
                .map(result -> result.group())
                .forEach(word -> assertTrue(request.contains(word), "A word of the inside: " + word));
    }

    private static void checkBody(RawAnswer answer) {
        String type = answer.header("Content-Type").orElse("");
        if (type.startsWith("application/json")) {
            checkJson(answer);
        } else if (type.startsWith("application/xml") || type.startsWith("text/xml")) {
            checkXml(WellFormed.xml(answer.body()));
        } else if (!type.startsWith("image/")) {
            assertTrue(type.startsWith("text/plain") || type.startsWith("application/openmetrics"), "type " + type);
            WellFormed.text(answer.body());
        }
    }

    private static void checkJson(RawAnswer answer) {
        JsonNode root = WellFormed.json(answer.body());
        assertTrue(root.isObject() && !root.isEmpty(), "an object");
        if (root.has(OCS)) {
            JsonNode meta = root.get(OCS).path("meta");
            assertTrue(root.get(OCS).has("data"), "data");
            assertTrue(meta.path("status").isTextual() && meta.path("message").isTextual(), "meta");
            assertFalse(FAILED.contains(meta.path("statuscode").asInt(996)), "statuscode");
        }
    }

    private static void checkXml(Element root) {
        assertEquals(OCS, root.getTagName());
        assertEquals(1, root.getElementsByTagName("meta").getLength());
        assertTrue(root.getElementsByTagName("data").getLength() > 0, "data");
        String code = root.getElementsByTagName("statuscode").item(0).getTextContent();
        assertFalse(FAILED.contains(Integer.valueOf(code)), "statuscode");
    }
}
