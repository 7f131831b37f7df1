package dev.easel.host.metrics;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Prometheus' text format, read as strictly as its documentation describes it: every sample belongs to a family with
 * HELP and TYPE before it, no series twice, buckets that only grow and end with what was counted.
 */
public final class ExpositionText {
    private static final Pattern SAMPLE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (NaN|[+-]Inf|-?[0-9.]+(?:E-?[0-9]+)?)");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\[\\\\\"n])*)\"(,|$)");

    private final Map<String, String> types = new LinkedHashMap<>();
    private final Map<Series, Double> samples = new LinkedHashMap<>();

    /** A metric's name with its labels. */
    public record Series(String name, Map<String, String> labels) {}

    private ExpositionText() {}

    /** Reads a whole answer. */
    public static ExpositionText parse(String text) {
        ExpositionText parsed = new ExpositionText();
        require(text.endsWith("\n"), "a line feed at the end");
        Set<String> helped = new LinkedHashSet<>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("# HELP ")) {
                require(helped.add(line.split(" ", 4)[2]), "one HELP a family: " + line);
            } else if (line.startsWith("# TYPE ")) {
                String[] words = line.split(" ", -1);
                require(words.length == 4 && parsed.types.put(words[2], words[3]) == null, line);
            } else {
                parsed.addSample(line);
            }
        }
        require(helped.equals(parsed.types.keySet()), "HELP and TYPE for all of " + parsed.types.keySet());
        parsed.requireHistogramsToAddUp();
        return parsed;
    }

    /** The one value of a series. */
    public double value(String name, String... labels) {
        Double value = samples.get(new Series(name, labels(labels)));
        require(value != null, name + labels(labels) + " among " + samples.keySet());
        return value == null ? 0 : value;
    }

    public boolean has(String name, String... labels) {
        return samples.containsKey(new Series(name, labels(labels)));
    }

    public Set<Series> series() {
        return samples.keySet();
    }

    /** The families' types, by name. */
    public Map<String, String> types() {
        return types;
    }

    private static Map<String, String> labels(String... pairs) {
        Map<String, String> labels = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            labels.put(pairs[i], pairs[i + 1]);
        }
        return labels;
    }

    private void addSample(String line) {
        Matcher sample = SAMPLE.matcher(line);
        require(sample.matches(), "a sample: " + line);
        Series series = new Series(sample.group(1), parseLabels(sample.group(2) == null ? "" : sample.group(2)));
        require(types.containsKey(family(series.name())), "TYPE before " + line);
        require(samples.put(series, number(sample.group(3))) == null, "one sample a series: " + line);
    }

    private static Map<String, String> parseLabels(String text) {
        Map<String, String> labels = new TreeMap<>();
        Matcher label = LABEL.matcher(text);
        int end = 0;
        while (label.find() && label.start() == end) {
            require(labels.put(label.group(1), label.group(2)) == null, "one label a name: " + text);
            end = label.end();
        }
        require(end == text.length(), "labels: " + text);
        return labels;
    }

    private String family(String name) {
        return types.containsKey(name) ? name : name.replaceFirst("_(bucket|sum|count)$", "");
    }

    private void requireHistogramsToAddUp() {
        for (Series count : List.copyOf(samples.keySet())) {
            String family = family(count.name());
            if (!count.name().equals(family + "_count") || !"histogram".equals(types.get(family))) {
                continue;
            }
            List<Double> buckets = buckets(family, count.labels()).toList();
            require(!buckets.isEmpty(), "buckets of " + family);
            require(buckets.equals(buckets.stream().sorted().toList()), "growing buckets of " + count);
            require(buckets.get(buckets.size() - 1).equals(samples.get(count)), "all of " + count + " in +Inf");
            require(samples.containsKey(new Series(family + "_sum", count.labels())), "the sum of " + count);
        }
    }

    private Stream<Double> buckets(String family, Map<String, String> labels) {
        return samples.entrySet().stream()
                .filter(sample -> sample.getKey().name().equals(family + "_bucket"))
                .filter(sample -> {
                    Map<String, String> others = new TreeMap<>(sample.getKey().labels());
                    return others.remove("le") != null && others.equals(labels);
                })
                .map(Map.Entry::getValue);
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new AssertionError("Expected " + what);
        }
    }
}
