package dev.easel.openai.call;

import com.squareup.moshi.JsonWriter;
import dev.easel.openai.config.OptionalFields;
import java.io.IOException;
import okio.Buffer;
import okio.BufferedSink;

/**
 * What a service takes, as far as is known. Immutable.
 *
 * @param fields what is sent besides the prompt and {@code n}
 * @param maxImages the largest {@code n}, at least 1
 * @param sendsNumber whether {@code n} is sent at all
 */
record RequestShape(OptionalFields fields, int maxImages, boolean sendsNumber) {

    /** Writes the body of a request. */
    Buffer body(String prompt, int images) throws IOException {
        Buffer body = new Buffer();
        try (JsonWriter json = JsonWriter.of(body)) {
            json.beginObject().name("prompt").value(wellFormed(prompt));
            if (sendsNumber) {
                json.name("n").value(images);
            }
            for (var field : fields.byName().entrySet()) {
                json.name(field.getKey());
                try (BufferedSink value = json.valueSink()) {
                    value.writeUtf8(field.getValue());
                }
            }
            json.endObject();
        }
        return body;
    }

    /** UTF-8 has no halves of surrogate pairs: each becomes the replacement character. */
    private static String wellFormed(String text) {
        return new String(
                text.codePoints()
                        .map(point ->
                                point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point)
                        .toArray(),
                0,
                text.codePointCount(0, text.length()));
    }
}
