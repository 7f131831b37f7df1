package dev.easel.openai.answer;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import okio.BufferedSource;

/** Reads a whole answer; for use by one thread. */
public final class AnswerReader {
    private static final Set<String> OF_ERRORS =
            Set.of("error", "errors", "message", "detail", "code", "type", "param");
    private static final int LONGEST_ERROR = 65_536;

    private final ImageReceiver receiver;
    private final Map<String, String> errorMembers = new TreeMap<>();

    /**
     * Makes one.
     *
     * @param receiver gets the images
     */
    public AnswerReader(ImageReceiver receiver) {
        this.receiver = receiver;
    }

    /**
     * Reads the answer and hands its images over.
     *
     * @param answer JSON
     * @return what looks like an error in the place of images, as a JSON object; empty if nothing does
     * @throws NoJsonException if the answer is no JSON object
     * @throws IOException if reading or storing fails
     */
    public Optional<String> read(BufferedSource answer) throws IOException {
        JsonReader json = JsonReader.of(answer);
        try {
            json.beginObject();
            while (json.hasNext()) {
                member(json, json.nextName());
            }
            json.endObject();
        } catch (JsonDataException | JsonEncodingException unexpected) {
            // Its message may hold names that the service chose.
            throw new NoJsonException();
        }
        return error();
    }

    private void member(JsonReader json, String name) throws IOException {
        if (name.equals("data") && json.peek() == Token.BEGIN_ARRAY) {
            json.beginArray();
            while (json.hasNext()) {
                entry(json);
            }
            json.endArray();
        } else if (OF_ERRORS.contains(name) && json.peek() != Token.NULL) {
            try (BufferedSource value = json.nextSource()) {
                value.request(LONGEST_ERROR + 1L);
                if (value.getBuffer().size() <= LONGEST_ERROR) {
                    errorMembers.put(name, value.getBuffer().readUtf8());
                }
            }
        } else {
            json.skipValue();
        }
    }

    private void entry(JsonReader json) throws IOException {
        if (json.peek() != Token.BEGIN_OBJECT) {
            json.skipValue();
            return;
        }
        EntryReader entry = new EntryReader(receiver);
        json.beginObject();
        while (json.hasNext()) {
            entry.member(json, json.nextName());
        }
        json.endObject();
        entry.end();
    }

    private Optional<String> error() {
        if (errorMembers.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder object = new StringBuilder("{");
        errorMembers.forEach((name, value) -> object.append(object.length() > 1 ? "," : "")
                .append('"')
                .append(name)
                .append("\":")
                .append(value));
        return Optional.of(object.append('}').toString());
    }
}
