package dev.easel.host.ocs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.easel.host.ocs.RequestBody.MalformedException;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was found in a request's body.
 *
 * @param parameters none if there was a fault
 * @param fault the refusal of a body that can't be read, in the language of the call
 */
record CallBody(Map<String, JsonNode> parameters, Optional<Function<Messages, OcsReply>> fault) {

    /** Reads a body, of which no more than {@link OcsRoutes#MAX_BODY} bytes are ever kept. */
    static CallBody read(Context context) {
        String contentType = Optional.ofNullable(context.header("Content-Type")).orElse("");
        try {
            byte[] bytes = bytes(context);
            return new CallBody(RequestBody.parse(context.req().getMethod(), contentType, bytes), Optional.empty());
        } catch (MalformedException e) {
            return refused(400, messages -> messages.get("body.malformed", e.format(), e.reason(messages)));
        } catch (HttpResponseException e) {
            return refused(413, messages -> messages.get("body.too-large", OcsRoutes.MAX_BODY));
        }
    }

    /**
     * Jetty throws errors of its own and checked ones, undeclared, where a body ends early or its chunks are broken.
     */
    private static byte[] bytes(Context context) throws MalformedException {
        try {
            return context.bodyAsBytes();
        } catch (HttpResponseException tooLarge) {
            throw tooLarge;
        } catch (Exception broken) {
            throw new MalformedException("HTTP", "body.unreadable");
        }
    }

    private static CallBody refused(int code, Function<Messages, String> text) {
        return new CallBody(Map.of(), Optional.of(messages -> OcsReply.refusal(code, text.apply(messages))));
    }
}
