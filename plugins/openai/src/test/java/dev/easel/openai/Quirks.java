package dev.easel.openai;

import dev.easel.openai.ScriptedService.Quirk;
import java.util.Optional;
import java.util.function.Predicate;
import mockwebserver3.MockResponse;

/** The ways in which services differ from each other, each as one that is around. */
final class Quirks {
    private Quirks() {}

    /** As {@code gpt-image-1}. */
    static Quirk refusesResponseFormat() {
        return refuses(
                request -> request.has("response_format"),
                Answers.error(400, "unknown_parameter", "response_format", "Unknown parameter: 'response_format'."));
    }

    /** As services in Python that check with Pydantic. */
    static Quirk refusesFieldsAsPydantic(String field) {
        return refuses(
                request -> request.has(field),
                Answers.json(
                        422,
                        "{\"detail\":[{\"type\":\"extra_forbidden\",\"loc\":[\"body\",\"%s\"],".formatted(field)
                                + "\"msg\":\"Extra inputs are not permitted\",\"input\":\"x\"}]}"));
    }

    /** As services that say no more than that. */
    static Quirk refusesWithoutReason(String field) {
        return refuses(request -> request.has(field), Answers.json(400, "{\"error\":\"Bad Request\"}"));
    }

    /** As {@code dall-e-3}. */
    static Quirk takesOneImageOnly() {
        return refuses(
                request -> request.n() > 1,
                Answers.error(400, "", "n", "Invalid value for 'n': dall-e-3 supports only n=1."));
    }

    static Quirk takesAtMost(int images) {
        return refuses(
                request -> request.n() > images,
                Answers.error(400, "", "10 is greater than the maximum of " + images + " - 'n'"));
    }

    /** As services that ignore the number. */
    static Quirk makesOneImageSilently() {
        return request -> Optional.of(Answers.images(1));
    }

    static Quirk refusesNumbers() {
        return refuses(
                request -> request.has("n"), Answers.error(400, "unknown_parameter", "n", "Unknown parameter: 'n'."));
    }

    static Quirk makesMoreImages() {
        return request -> Optional.of(Answers.images(request.n() + 2));
    }

    static Quirk wantsSizesOf(String listed) {
        return refuses(
                request -> request.has("size") && !listed.contains(request.field("size")),
                Answers.error(
                        400,
                        "invalid_value",
                        "size",
                        "Invalid value: '1000x700'. Supported values are: " + listed + "."));
    }

    static Quirk wantsSizesInStepsOf64() {
        return refuses(
                request -> request.has("size") && !request.field("size").matches("(1024|704)x(704|1024)"),
                Answers.json(500, "{\"error\":{\"message\":\"width and height must be divisible by 64\"}}"));
    }

    static Quirk refusesSizes() {
        return refuses(
                request -> request.has("size"), Answers.error(400, "", "Unrecognized request argument supplied: size"));
    }

    /** As services with one model that have no name for it. */
    static Quirk hasNoModels() {
        return refuses(
                request -> request.has("model"),
                Answers.error(400, "unknown_parameter", "model", "Unknown parameter: 'model'."));
    }

    /** Says 200 where it should not. */
    static Quirk refusesResponseFormatWith200() {
        return refuses(
                request -> request.has("response_format"),
                Answers.json("{\"error\":{\"message\":\"response_format is not supported\",\"code\":400}}"));
    }

    static Quirk answers(MockResponse response) {
        return request -> Optional.of(response);
    }

    private static Quirk refuses(Predicate<Received> what, MockResponse refusal) {
        return request -> what.test(request) ? Optional.of(refusal) : Optional.empty();
    }
}
