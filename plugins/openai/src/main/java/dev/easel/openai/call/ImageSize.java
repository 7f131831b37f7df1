package dev.easel.openai.call;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A size in pixels.
 *
 * @param width at least 1
 * @param height at least 1
 */
record ImageSize(int width, int height) {
    private static final Pattern SIZE = Pattern.compile("(?<!\\d)([1-9]\\d{1,4}) ?[x×*] ?([1-9]\\d{1,4})(?!\\d)");
    private static final Pattern STEP =
            Pattern.compile("(?i)(?:divisible by|multiples? of|steps? of) ?(8|16|32|64|128|256)(?!\\d)");

    /** Reads a size such as {@code 1024x768}; empty for anything else, such as {@code auto}. */
    static Optional<ImageSize> parse(String text) {
        Matcher size = SIZE.matcher(text);
        return size.matches() ? Optional.of(of(size)) : Optional.empty();
    }

    /** Finds the size nearest to this one that a refusal offers: one that it lists, or one in its steps. */
    Optional<ImageSize> nearestIn(String refusal) {
        List<ImageSize> listed = new ArrayList<>();
        Matcher size = SIZE.matcher(refusal);
        while (size.find()) {
            listed.add(of(size));
        }
        Matcher step = STEP.matcher(refusal);
        if (step.find()) {
            listed.add(inStepsOf(Integer.parseInt(step.group(1))));
        }
        return listed.stream().filter(other -> !other.equals(this)).min(Comparator.comparingDouble(this::distance));
    }

    private ImageSize inStepsOf(int step) {
        return new ImageSize(rounded(width, step), rounded(height, step));
    }

    private static int rounded(int length, int step) {
        return Math.max(step, Math.round((float) length / step) * step);
    }

    /** Compares on a scale where twice and half as long are equally far. */
    private double distance(ImageSize other) {
        return Math.abs(Math.log((double) other.width / width)) + Math.abs(Math.log((double) other.height / height));
    }

    private static ImageSize of(Matcher size) {
        return new ImageSize(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)));
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
