package dev.easel.openai.fault;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bodies of errors, in the shapes that are around: OpenAI's {@code {"error": {…}}}, a text in its place,
 * {@code {"message": …}}, FastAPI's {@code {"detail": …}}, Azure's {@code innererror} and plain text.
 */
public final class ErrorReader {
    private final int status;
    private final Optional<Duration> retryAfter;
    private final Redaction redaction;

    /**
     * Makes one for an answer.
     *
     * @param status the answer's status
     * @param retryAfter how long the answer's headers ask to wait
     * @param redaction takes secrets and the prompt out of what is read
     */
    public ErrorReader(int status, Optional<Duration> retryAfter, Redaction redaction) {
        this.status = status;
        this.retryAfter = retryAfter;
        this.redaction = redaction;
    }

    /**
     * Reads a body.
     *
     * @param body JSON or plain text
     * @return what it says
     */
    public ServiceError read(String body) {
        @Nullable Object json = json(body);
        if (json == null) {
            boolean markup = body.stripLeading().startsWith("<");
            return error(Map.of(), markup ? "" : body.strip());
        }
        return read(json);
    }

    private ServiceError read(@Nullable Object json) {
        if (!(json instanceof Map<?, ?> object)) {
            return error(Map.of(), words(json));
        }
        for (String wrapper : List.of("error", "errors")) {
            if (object.get(wrapper) != null) {
                return read(first(object.get(wrapper)));
            }
        }
        if (object.get("detail") instanceof List<?> details) {
            return error(Map.of("param", location(first(details))), words(details));
        }
        return error(
                object,
                Stream.of("message", "msg", "detail", "description")
                        .map(name -> words(object.get(name)))
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(""));
    }

    private ServiceError error(Map<?, ?> object, String message) {
        String code = Stream.of(object.get("code"), inner(object), object.get("type"))
                .map(ErrorReader::words)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        return new ServiceError(
                statusIn(object),
                redaction.clean(code).toLowerCase(Locale.ROOT),
                redaction.clean(words(object.get("param"))),
                redaction.clean(message),
                retryAfter);
    }

    /** Returns the status that an error itself names where it came with 200. */
    private int statusIn(Map<?, ?> object) {
        return Stream.of(object.get("code"), object.get("status"))
                .filter(value -> status == 200 && value instanceof Double)
                .mapToInt(value -> ((Double) Objects.requireNonNull(value)).intValue())
                .filter(number -> number >= 400 && number < 600)
                .findFirst()
                .orElse(status);
    }

    private static @Nullable Object inner(Map<?, ?> object) {
        return object.get("innererror") instanceof Map<?, ?> inner ? inner.get("code") : null;
    }

    /** Returns the field that FastAPI's {@code "loc": ["body", "size"]} means. */
    private static String location(@Nullable Object detail) {
        return detail instanceof Map<?, ?> object && object.get("loc") instanceof List<?> path && !path.isEmpty()
                ? words(path.get(path.size() - 1))
                : "";
    }

    private static @Nullable Object first(@Nullable Object value) {
        return value instanceof List<?> list && !list.isEmpty() ? list.get(0) : value;
    }

    private static String words(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            return words(object.get(object.containsKey("msg") ? "msg" : "message"));
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(ErrorReader::words)
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining("; "));
        }
        if (value instanceof Double number) {
            return Integer.toString(number.intValue());
        }
        return value instanceof String text ? text : "";
    }

    private static @Nullable Object json(String body) {
        try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(body))) {
            return reader.readJsonValue();
        } catch (IOException | JsonDataException noJson) {
            return null;
        }
    }
}
