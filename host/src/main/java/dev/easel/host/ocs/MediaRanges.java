package dev.easel.host.ocs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The media ranges of an {@code Accept} header, after RFC 9110 section 12.5.1.
 *
 * @param ranges in the order of the header
 */
record MediaRanges(List<Range> ranges) {

    /** One range; parameters other than the quality are left aside. */
    record Range(String type, String subtype, double quality) {
        boolean matches(String otherType, String otherSubtype) {
            return (type.equals("*") || type.equals(otherType))
                    && (subtype.equals("*") || subtype.equals(otherSubtype));
        }

        int precision() {
            return (type.equals("*") ? 0 : 1) + (subtype.equals("*") ? 0 : 1);
        }
    }

    static MediaRanges parse(String accept) {
        List<Range> ranges = new ArrayList<>();
        for (String item : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
            range(item.trim()).ifPresent(ranges::add);
        }
        return new MediaRanges(List.copyOf(ranges));
    }

    private static Optional<Range> range(String item) {
        String[] parts = item.split(";", -1);
        String[] type = parts[0].trim().split("/", -1);
        return type.length == 2 ? Optional.of(new Range(type[0], type[1], quality(parts))) : Optional.empty();
    }

    private static double quality(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].trim();
            if (parameter.startsWith("q=")) {
                return number(parameter.substring(2));
            }
        }
        return 1;
    }

    /** A quality that is none counts as unacceptable: it says at least that the client has reservations. */
    private static double number(String text) {
        return text.matches("(0(\\.\\d{0,3})?)|(1(\\.0{0,3})?)") ? Double.parseDouble(text) : 0;
    }

    /** How much a media type is wanted, 0 to 1, as the most precise matching range says. */
    double quality(String type, String subtype) {
        return best(type, subtype).map(Range::quality).orElse(0.0);
    }

    /**
     * Tells whether the header prefers a media type: it names the type and wants it more than the other, or as much and
     * names it first.
     */
    boolean preferredOver(String type, String subtype, double otherQuality) {
        double quality = quality(type, subtype);
        if (quality > otherQuality) {
            return true;
        }
        return quality > 0 && quality == otherQuality && isNamedBeforeXml(type, subtype);
    }

    private boolean isNamedBeforeXml(String type, String subtype) {
        return ranges.stream()
                .filter(range -> range.precision() == 2)
                .filter(range -> range.subtype().equals("xml") || range.matches(type, subtype))
                .findFirst()
                .filter(range -> range.matches(type, subtype))
                .isPresent();
    }

    private Optional<Range> best(String type, String subtype) {
        return ranges.stream()
                .filter(range -> range.matches(type, subtype))
                .max(Comparator.comparingInt(Range::precision));
    }
}
