package dev.easel.host.ocs;

import java.util.Optional;

/** The formats of an envelope, and the choice between them. */
enum Format {
    JSON("application/json; charset=utf-8", "application/json; charset=utf-8"),
    XML("application/xml; charset=utf-8", "text/xml; charset=UTF-8");

    private final String contentType;
    private final String frameworkContentType;

    Format(String contentType, String frameworkContentType) {
        this.contentType = contentType;
        this.frameworkContentType = frameworkContentType;
    }

    /** The content type of what endpoints answer. */
    String contentType() {
        return contentType;
    }

    /** The content type of what is answered before an endpoint is reached. */
    String frameworkContentType() {
        return frameworkContentType;
    }

    /** Chooses for an endpoint: by parameter, else by what the client accepts, else XML. */
    static Format choose(Optional<String> parameter, Optional<String> accept) {
        return parameter
                .map(Format::named)
                .orElseGet(() -> accept.map(Format::accepted).orElse(XML));
    }

    /** Chooses for what is answered before an endpoint is reached: by parameter alone. */
    static Format named(String parameter) {
        return parameter.equals("json") ? JSON : XML;
    }

    private static Format accepted(String accept) {
        MediaRanges ranges = MediaRanges.parse(accept);
        double xml = Math.max(ranges.quality("application", "xml"), ranges.quality("text", "xml"));
        return ranges.preferredOver("application", "json", xml) ? JSON : XML;
    }
}
