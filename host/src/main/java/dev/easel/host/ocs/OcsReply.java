package dev.easel.host.ocs;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An answer in an envelope.
 *
 * @param code the status code of OCS version 2
 * @param message the {@code message} of the meta part, in English
 * @param data the data
 * @param source who answers: the format and its content type depend on it
 * @param forcedStatus the HTTP status where version 1 doesn't hide it; empty elsewhere
 * @param headers further HTTP headers
 */
record OcsReply(
        int code,
        String message,
        OcsData data,
        Source source,
        Optional<Integer> forcedStatus,
        Map<String, String> headers) {

    /** Who answers. */
    enum Source {
        /** An endpoint or a check of its calls: looks at {@code format}, then at {@code Accept}. */
        ENDPOINT,
        /** What stands before all endpoints: looks at {@code format} only. */
        FRAMEWORK
    }

    static OcsReply ok(OcsData data) {
        return new OcsReply(OcsVersion.SUCCESS, "OK", data, Source.ENDPOINT, Optional.empty(), Map.of());
    }

    /** A refusal with a text for people; the meta message stays empty, as Nextcloud has it. */
    static OcsReply refusal(int code, String text) {
        return new OcsReply(code, "", OcsData.message(text), Source.ENDPOINT, Optional.empty(), Map.of());
    }

    /** A refusal by a check of the call, without a text for people. */
    static OcsReply refusedCall(int code, String message) {
        return new OcsReply(code, message, OcsData.NONE, Source.ENDPOINT, Optional.empty(), Map.of());
    }

    /** An answer of what stands before all endpoints. */
    static OcsReply framework(int code, String message) {
        return new OcsReply(code, message, OcsData.NONE, Source.FRAMEWORK, Optional.empty(), Map.of());
    }

    /** The same with the code as HTTP status in version 1 too. */
    OcsReply withVisibleStatus() {
        return new OcsReply(code, message, data, source, Optional.of(code), headers);
    }

    OcsReply withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new OcsReply(code, message, data, source, forcedStatus, Map.copyOf(more));
    }

    /** A refusal for a while: its text names the seconds, and version 1 doesn't hide its status. */
    static OcsReply refusedFor(String key, int code, Duration delay, Messages messages) {
        return refusal(code, messages.get(key, seconds(delay)))
                .withVisibleStatus()
                .withRetryAfter(delay);
    }

    /** The same with the true number of seconds, rounded up, after which the client may try again. */
    OcsReply withRetryAfter(Duration delay) {
        return withHeader("Retry-After", Long.toString(seconds(delay)));
    }

    private static long seconds(Duration delay) {
        return Math.max(1, (delay.toMillis() + 999) / 1000);
    }

    boolean isSuccess() {
        return code == OcsVersion.SUCCESS;
    }

    /** Tells whether it has a text for people, which is in the language of the call. */
    boolean isForPeople() {
        return data instanceof OcsData.Message;
    }

    int httpStatus(OcsVersion version) {
        return forcedStatus.orElseGet(() -> version.httpStatus(code));
    }

    String contentType(Format format) {
        return source == Source.ENDPOINT ? format.contentType() : format.frameworkContentType();
    }
}
