package dev.easel.openai.call;

import dev.easel.openai.fault.ServiceError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in a service's refusal what to do differently. */
final class AdaptationFinder {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.-])\\d{1,4}(?![\\w-]|\\.\\d)");
    /** What a refusal of one field says where it does not say it by a code. */
    private static final Pattern OF_A_FIELD = Pattern.compile(
            "unknown|unrecogni[sz]ed|unsupported|not supported|not support|invalid|not (?:allowed|permitted|valid)|"
                    + "unexpected|extra|must be|should be|only|one of|greater than|less than|maximum|divisible|multiple");

    private static final Pattern NUMBER_OF_IMAGES = Pattern.compile(
            "[`'\"]n[`'\"]|\\bn ?(?:=|>|must|should|is|has)|number of images|num_images|multiple images");

    private static final Pattern SIZE = Pattern.compile("\\bsizes?\\b|resolution|dimension|width|height");
    private static final List<String> LIKELIEST = List.of("response_format", "output_format", "quality", "size");

    private AdaptationFinder() {}

    /**
     * Finds the field that a refusal is about.
     *
     * @param error the refusal
     * @param shape the shape of the request
     * @param images how many images the request asked for
     */
    static Optional<Adaptation> named(ServiceError error, RequestShape shape, int images) {
        if (!mayBeAboutAField(error)) {
            return Optional.empty();
        }
        if (shape.sendsNumber() && isAbout(error, "n", NUMBER_OF_IMAGES)) {
            return Optional.of(fewer(error, images));
        }
        if (shape.fields().byName().containsKey("size") && isAbout(error, "size", SIZE)) {
            return Optional.of(resized(error, shape));
        }
        return leftOut(error, shape);
    }

    /**
     * Finds what to leave out where a service refuses a request and does not say why: one field, the likeliest first.
     *
     * @param error the refusal
     * @param shape the shape of the request
     */
    static Optional<Adaptation> guessed(ServiceError error, RequestShape shape) {
        return LIKELIEST.stream()
                .filter(field ->
                        error.param().isEmpty() && shape.fields().byName().containsKey(field))
                .findFirst()
                .map(Adaptation.LeaveOut::new);
    }

    private static boolean mayBeAboutAField(ServiceError error) {
        boolean refused =
                error.status() == 400 || error.status() == 422 || error.status() == 500 || error.status() == 200;
        return refused
                && (!error.param().isEmpty() || OF_A_FIELD.matcher(words(error)).find());
    }

    private static boolean isAbout(ServiceError error, String field, Pattern named) {
        return error.param().isEmpty() ? named.matcher(words(error)).find() : names(error.param(), field);
    }

    private static Adaptation fewer(ServiceError error, int images) {
        if (images == 1) {
            return new Adaptation.LeaveOut("n");
        }
        Matcher number = NUMBER.matcher(error.message());
        int most = 1;
        while (number.find()) {
            int named = Integer.parseInt(number.group());
            most = named < images ? Math.max(most, named) : most;
        }
        return new Adaptation.AtMost(most);
    }

    private static Adaptation resized(ServiceError error, RequestShape shape) {
        return shape.fields()
                .text("size")
                .flatMap(ImageSize::parse)
                .flatMap(size -> size.nearestIn(error.message()))
                .<Adaptation>map(size -> new Adaptation.Resize(size.toString()))
                .orElseGet(() -> new Adaptation.LeaveOut("size"));
    }

    private static Optional<Adaptation> leftOut(ServiceError error, RequestShape shape) {
        List<String> fields = new ArrayList<>(shape.fields().byName().keySet());
        // A model that is unknown is another matter than a service that does not know the field.
        if (!error.mentions(
                "unknown parameter", "unknown field", "unrecognized", "extra", "unexpected", "not permitted")) {
            fields.remove("model");
        }
        return fields.stream()
                .filter(field -> isAbout(
                        error, field, Pattern.compile("\\b" + Pattern.quote(field.toLowerCase(Locale.ROOT)) + "\\b")))
                .findFirst()
                .map(Adaptation.LeaveOut::new);
    }

    private static boolean names(String param, String field) {
        return param.equals(field) || param.endsWith("." + field) || param.equals("body." + field);
    }

    private static String words(ServiceError error) {
        return (error.code() + " " + error.message()).toLowerCase(Locale.ROOT);
    }
}
