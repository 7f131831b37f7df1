package dev.easel.openai;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A request as a service received it.
 *
 * @param method GET or POST
 * @param path with the query
 * @param headers all of them
 * @param version of HTTP
 * @param connection which connection it came over, counted from 0
 * @param json the members of its body, if it has one
 */
record Received(String method, String path, Headers headers, String version, int connection, Map<?, ?> json) {

    static Received of(RecordedRequest request) {
        return new Received(
                request.getMethod(),
                request.getTarget(),
                request.getHeaders(),
                request.getVersion(),
                request.getConnectionIndex(),
                json(request.getBody()));
    }

    boolean asksForImages() {
        return path.contains("/images/generations");
    }

    boolean has(String field) {
        return json.containsKey(field);
    }

    /** Returns how many images are asked for. */
    int n() {
        return json.get("n") instanceof Double number ? number.intValue() : 1;
    }

    /** Returns a field as the tests write it. */
    String field(String name) {
        return String.valueOf(json.get(name));
    }

    private static Map<?, ?> json(@Nullable ByteString body) {
        if (body == null || body.size() == 0) {
            return Map.of();
        }
        try (JsonReader reader = JsonReader.of(new Buffer().write(body))) {
            return reader.readJsonValue() instanceof Map<?, ?> object ? object : Map.of();
        } catch (IOException malformed) {
            throw new AssertionError("The body is no JSON: " + body.utf8(), malformed);
        }
    }
}
