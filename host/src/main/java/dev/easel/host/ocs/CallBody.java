package dev.easel.host.ocs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.easel.host.ocs.RequestBody.MalformedException;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Map;
import java.util.Optional;

/**
 * What was found in a request's body.
 *
 * @param parameters none if there was a fault
 * @param fault the refusal of a body that can't be read
 */
record CallBody(Map<String, JsonNode> parameters, Optional<OcsReply> fault) {

    /** Reads a body, of which no more than {@link OcsRoutes#MAX_BODY} bytes are ever kept. */
    static CallBody read(Context context, Messages messages) {
        String contentType = Optional.ofNullable(context.header("Content-Type")).orElse("");
        try {
            byte[] bytes = bytes(context);
            return new CallBody(RequestBody.parse(context.req().getMethod(), contentType, bytes), Optional.empty());
        } catch (MalformedException e) {
            return refused(400, messages.get("body.malformed", e.format(), e.reason()));
        } catch (HttpResponseException e) {
            return refused(413, messages.get("body.too-large", OcsRoutes.MAX_BODY));
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
            throw new MalformedException("HTTP", "it can't be read");
        }
    }

    private static CallBody refused(int code, String text) {
        return new CallBody(Map.of(), Optional.of(OcsReply.refusal(code, text)));
    }
}
