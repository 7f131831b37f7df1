package dev.easel.host.ocs;

import dev.easel.host.image.StoredImage;
import dev.easel.host.ocs.Preconditions.Outcome;
import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers one request for an image: whole, in part, or not at all if the client has it. */
final class ImageResponse {
    private static final Logger LOG = LoggerFactory.getLogger(ImageResponse.class);

    private final StoredImage image;
    private final OcsCall call;
    private final Context context;
    private final Instant lastModified;
    private final String tag;

    ImageResponse(StoredImage image, OcsCall call) {
        this.image = image;
        this.call = call;
        this.context = call.context();
        this.lastModified = HttpDates.wholeSeconds(image.publishedAt());
        this.tag = "\"" + image.sha256() + "\"";
    }

    void send(String name) throws IOException {
        Preconditions preconditions = new Preconditions(call::header, tag, lastModified);
        switch (isFetch() ? preconditions.evaluate() : Outcome.PROCEED) {
            case NOT_MODIFIED -> sendNothing(304);
            case FAILED -> sendNothing(412);
            case PROCEED -> sendBytes(name, preconditions);
        }
    }

    /** Conditions and ranges are defined for GET and HEAD; the documented verb is POST. */
    private boolean isFetch() {
        String method = context.req().getMethod();
        return method.equals("GET") || method.equals("HEAD");
    }

    private void sendNothing(int status) {
        sendValidators(status);
        context.res().setContentType(null);
    }

    private void sendValidators(int status) {
        context.status(status);
        context.header("ETag", tag);
        context.header("Last-Modified", HttpDates.format(lastModified));
        context.header("Cache-Control", "private, no-cache");
        context.res().addHeader("Vary", "Authorization, Cookie");
        context.header("Accept-Ranges", "bytes");
    }

    private void sendBytes(String name, Preconditions preconditions) throws IOException {
        Optional<ByteRange> range = range(preconditions);
        if (range.isPresent() && !range.get().isSatisfiable()) {
            context.header("Content-Range", "bytes */" + image.size());
            sendNothing(416);
            return;
        }
        ByteRange bytes = range.orElseGet(() -> new ByteRange(0, image.size()));
        InputStream in = image.open(bytes.first());
        range.ifPresent(part -> context.header("Content-Range", part.contentRange(image.size())));
        sendHeaders(range.isPresent() ? 206 : 200, name, bytes);
        if (isHead()) {
            close(in);
        } else {
            send(new ExactInputStream(in, bytes.length()));
        }
    }

    private boolean isHead() {
        return context.req().getMethod().equals("HEAD");
    }

    private void send(InputStream in) throws IOException {
        ServletOutputStream out = context.res().getOutputStream();
        context.future(() -> StreamSender.send(in, out).whenComplete((nothing, failure) -> close(in)));
    }

    private static void close(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            LOG.debug("An image can't be closed", e);
        }
    }

    private void sendHeaders(int status, String name, ByteRange bytes) {
        sendValidators(status);
        context.contentType(image.mediaType());
        context.header("Content-Disposition", "inline; filename=\"" + name + "\"");
        context.res().setContentLengthLong(bytes.length());
    }

    private Optional<ByteRange> range(Preconditions preconditions) {
        if (!context.req().getMethod().equals("GET") || !preconditions.rangeApplies()) {
            return Optional.empty();
        }
        return call.header("Range").flatMap(value -> ByteRange.parse(value, image.size()));
    }
}
