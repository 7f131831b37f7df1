package dev.easel.host.ocs;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.easel.host.ocs.RequestBody.MalformedException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a JSON object. A class of its own, so that its mapper is made with the first JSON body only. */
final class JsonBody {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonBody() {}

    static Map<String, JsonNode> parse(byte[] body) throws MalformedException {
        Map<String, JsonNode> fields = new HashMap<>();
        try {
            JSON.readTree(body).properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
            return fields;
        } catch (JsonProcessingException e) {
            throw unreadable(e.getLocation());
        } catch (IOException e) {
            throw new MalformedException("JSON", "body.not-utf-8");
        }
    }

    /** The parser's own words may quote the body, which doesn't belong into logs and answers. */
    private static MalformedException unreadable(@Nullable JsonLocation place) {
        return place == null
                ? new MalformedException("JSON", "body.unreadable")
                : new MalformedException("JSON", "body.unreadable-from", place.getLineNr(), place.getColumnNr());
    }
}
