package dev.easel.openai;

import dev.easel.openai.config.JsonTexts;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import okio.Buffer;

/** What services answer. */
final class Answers {
    private Answers() {}

    /** Answers with so many images in Base64. */
    static MockResponse images(int count) {
        return json("{\"created\":1,\"data\":["
                + IntStream.range(0, count)
                        .mapToObj(i -> "{\"b64_json\":\"" + TestImage.base64(TestImage.small(i)) + "\"}")
                        .collect(Collectors.joining(","))
                + "],\"usage\":{\"total_tokens\":4}}");
    }

    /** Answers with the addresses of images. */
    static MockResponse addresses(String... urls) {
        return json("{\"created\":1,\"data\":["
                + Arrays.stream(urls)
                        .map(url -> "{\"url\":" + JsonTexts.quote(url) + "}")
                        .collect(Collectors.joining(","))
                + "]}");
    }

    /** Answers with an error as OpenAI's services have it. */
    static MockResponse error(int status, String code, String message) {
        return error(status, code, "", message);
    }

    /** Answers with an error that names the field at fault. */
    static MockResponse error(int status, String code, String param, String message) {
        return json(
                status,
                "{\"error\":{\"message\":%s,\"type\":\"invalid_request_error\",\"param\":%s,\"code\":%s}}"
                        .formatted(
                                JsonTexts.quote(message),
                                param.isEmpty() ? "null" : JsonTexts.quote(param),
                                code.isEmpty() ? "null" : JsonTexts.quote(code)));
    }

    static MockResponse json(String body) {
        return json(200, body);
    }

    static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    static MockResponse bytes(byte[] body) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", "image/png")
                .body(new Buffer().write(body))
                .build();
    }

    static MockResponse redirect(String to) {
        return new MockResponse.Builder().code(302).setHeader("Location", to).build();
    }
}
