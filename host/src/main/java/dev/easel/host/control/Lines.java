package dev.easel.host.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;

/** Lines of JSON. */
final class Lines {
    static final String COMMAND = "command";
    static final String END = "end";
    static final String ERROR = "error";

    private static final int LONGEST = 1 << 20;
    private static final JsonMapper MAPPER = new JsonMapper();

    private Lines() {}

    /** Writes a line at once: the other side may have enough of it before its end. */
    static void write(OutputStream out, JsonNode line) throws IOException {
        byte[] json = MAPPER.writeValueAsBytes(line);
        byte[] withLineBreak = Arrays.copyOf(json, json.length + 1);
        withLineBreak[json.length] = '\n';
        out.write(withLineBreak);
    }

    static JsonNode end() {
        return JsonNodeFactory.instance.objectNode().put(END, true);
    }

    static JsonNode error(String message) {
        return JsonNodeFactory.instance.objectNode().put(ERROR, message);
    }

    /**
     * Reads a line.
     *
     * @return empty if the other side has ended
     * @throws IOException if the line is cut off, too long or not JSON
     */
    static Optional<JsonNode> read(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return Optional.empty();
        }
        for (; next != '\n'; next = in.read()) {
            if (next < 0 || line.size() == LONGEST) {
                throw new IOException("A line was cut off or longer than " + LONGEST + " bytes");
            }
            line.write(next);
        }
        return Optional.of(parse(line.toByteArray()));
    }

    private static JsonNode parse(byte[] line) throws IOException {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException malformed) {
            throw new IOException("A line was not JSON", malformed);
        }
    }
}
