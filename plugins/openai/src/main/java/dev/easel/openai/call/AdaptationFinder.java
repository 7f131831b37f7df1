package dev.easel.openai.call;

import dev.easel.openai.fault.FaultClassifier;
import dev.easel.openai.fault.ServiceError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds in a service's refusal what to do differently. */
final class AdaptationFinder {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.-])\\d{1,4}(?![\\w-]|\\.\\d)");
    /** What a refusal of one field says where it does not say it by a code. */
    private static final Pattern OF_A_FIELD = Pattern.compile(
            "unknown|unrecogni[sz]ed|unsupported|not supported|not support|invalid|not (?:allowed|permitted|valid)|"
                    + "unexpected|extra|must be|should be|only|one of|greater than|less than|maximum|divisible|multiple");

    private AdaptationFinder() {}

    /**
     * Looks for what a refusal is about.
     *
     * @param error the refusal
     * @param shape the shape of the request
     * @param images how many images the request asked for
     * @param isNew whether the service has never made an image from requests of this shape
     */
    static Optional<Adaptation> find(ServiceError error, RequestShape shape, int images, boolean isNew) {
        if (FaultClassifier.refusesContent(error)) {
            return Optional.empty();
        }
        Optional<Adaptation> named = mayBeAboutAField(error) ? named(error, shape, images) : Optional.empty();
        return named.or(() -> isNew ? guessed(error, shape) : Optional.empty());
    }

    /** A service that has not worked yet and does not say what is wrong is asked for less, a field at a time. */
    private static Optional<Adaptation> guessed(ServiceError error, RequestShape shape) {
        boolean unspecific = (error.status() == 400 || error.status() == 422)
                && error.param().isEmpty();
        return Stream.of("response_format", "output_format", "quality", "size")
                .filter(field -> unspecific && shape.fields().byName().containsKey(field))
                .findFirst()
                .map(Adaptation.LeaveOut::new);
    }

    private static Optional<Adaptation> named(ServiceError error, RequestShape shape, int images) {
        if (shape.sendsNumber()
                && isAbout(
                        error,
                        "n",
                        Pattern.compile("[`'\"]n[`'\"]|\\bn ?(?:=|>|must|should|is|has)|"
                                + "number of images|num_images|multiple images"))) {
            return Optional.of(fewer(error, images));
        }
        if (shape.fields().byName().containsKey("size")
                && isAbout(error, "size", Pattern.compile("\\bsizes?\\b" + "|resolution|dimension|width|height"))) {
            return Optional.of(resized(error, shape));
        }
        return leftOut(error, shape);
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
