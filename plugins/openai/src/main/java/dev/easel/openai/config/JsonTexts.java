package dev.easel.openai.config;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import okio.Buffer;
import okio.BufferedSource;

/** Turns texts into JSON and back. */
public final class JsonTexts {
    private JsonTexts() {}

    /**
     * Writes a text as JSON.
     *
     * @param text any text
     * @return the text in quotes, with what needs it escaped
     */
    public static String quote(String text) {
        Buffer json = new Buffer();
        try (JsonWriter writer = JsonWriter.of(json)) {
            writer.setLenient(true);
            writer.value(text);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return json.readUtf8();
    }

    /** Reads a text written as JSON; empty if it is something else. */
    static Optional<String> parse(String json) {
        try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json))) {
            reader.setLenient(true);
            return Optional.of(reader.nextString());
        } catch (IOException | JsonDataException noText) {
            return Optional.empty();
        }
    }

    /** Reads the members of a JSON object and leaves their values as they are written; empty if it is no object. */
    static Optional<Map<String, String>> members(String json) {
        Map<String, String> members = new LinkedHashMap<>();
        try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json))) {
            // Read twice: values are cut out without being looked at.
            reader.peekJson().readJsonValue();
            reader.beginObject();
            while (reader.hasNext()) {
                String name = reader.nextName();
                try (BufferedSource value = reader.nextSource()) {
                    members.put(name, value.readUtf8());
                }
            }
            reader.endObject();
            return reader.peek() == JsonReader.Token.END_DOCUMENT ? Optional.of(members) : Optional.empty();
        } catch (IOException | JsonDataException noObject) {
            return Optional.empty();
        }
    }
}
