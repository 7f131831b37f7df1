package dev.easel.host.ocs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.easel.host.access.Authentication;
import io.javalin.http.Context;
import jakarta.servlet.AsyncContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** One request to an OCS route: what it brought, and the way to answer it. For one thread at a time. */
final class OcsCall {
    private static final String ATTRIBUTE = OcsCall.class.getName();
    private static final Logger LOG = LoggerFactory.getLogger(OcsCall.class);

    /** Jetty's code for closing the connection instead of ending the answer. */
    private static final int ABORT = -1;

    private static final String CACHE_CONTROL = "no-cache, no-store, must-revalidate";

    private final Context context;
    private final OcsVersion version;
    private final Authentication authentication;
    private final Messages messages = new Messages(this::language);
    private final Map<String, JsonNode> query;
    private Optional<CallBody> body = Optional.empty();

    private OcsCall(Context context, OcsVersion version, Authentication authentication) {
        this.context = context;
        this.version = version;
        this.authentication = authentication;
        this.query = RequestBody.form(Optional.ofNullable(context.queryString()).orElse(""));
    }

    /** Begins a call that was refused before anybody asked who is calling. */
    static Optional<OcsCall> refused(Context context) {
        return OcsVersion.ofPath(context.path())
                .map(version -> new OcsCall(context, version, new Authentication.NotLoggedIn()));
    }

    /** Begins a call; {@link #of} finds it later in the same request. */
    static OcsCall begin(Context context, OcsVersion version, Authentication authentication) {
        OcsCall call = new OcsCall(context, version, authentication);
        context.attribute(ATTRIBUTE, call);
        return call;
    }

    /** Finds the call of a request; empty before it has begun. */
    static Optional<OcsCall> of(Context context) {
        return Optional.ofNullable(context.attribute(ATTRIBUTE));
    }

    Context context() {
        return context;
    }

    Messages messages() {
        return messages;
    }

    Authentication authentication() {
        return authentication;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(context.header(name));
    }

    Iterable<String> headers(String name) {
        return Collections.list(context.req().getHeaders(name));
    }

    /** A part of the path by its name in the route. */
    String pathPart(String name) {
        return context.pathParam(name);
    }

    /** Returns the merged parameters, or refuses the call if its body can't be read. */
    Parameters parameters() {
        body().fault().ifPresent(fault -> {
            throw new OcsException(fault.apply(messages));
        });
        return Parameters.merge(context.pathParamMap(), body().parameters(), query);
    }

    /** Begins to read the parameters of this call. */
    ParameterReader reader() {
        return new ParameterReader(parameters(), messages);
    }

    private CallBody body() {
        if (body.isEmpty()) {
            body = Optional.of(CallBody.read(context));
        }
        return body.get();
    }

    /** Answers in the version and format of this call. */
    void answer(OcsReply reply) throws IOException {
        Format format = format(reply);
        ByteArrayOutputStream envelope = new ByteArrayOutputStream();
        Envelope.write(reply, version, format, envelope);
        prepare(reply, format);
        context.res().setContentLength(envelope.size());
        context.result(envelope.toByteArray());
    }

    /** Answers with data that may be too much to be kept in memory: it leaves as it is written. */
    void stream(OcsReply reply) throws IOException {
        Format format = format(reply);
        prepare(reply, format);
        Envelope.write(reply, version, format, context.outputStream());
    }

    /** Answers without a body. */
    void answerEmpty(OcsReply reply) {
        prepare(reply, format(reply));
        context.res().setContentLength(0);
    }

    private void prepare(OcsReply reply, Format format) {
        context.status(reply.httpStatus(version));
        ContentTypes.set(context, reply.contentType(format));
        context.header("Cache-Control", CACHE_CONTROL);
        reply.headers().forEach(context::header);
        if (reply.isForPeople()) {
            context.header("Content-Language", messages.language().toLanguageTag());
            context.res().addHeader("Vary", "Accept-Language");
        }
    }

    private Locale language() {
        Iterable<String> accepted = headers("Accept-Language");
        return Languages.choose(
                choice("forceLanguage"), Optional.of(String.join(",", accepted)).filter(ranges -> !ranges.isEmpty()));
    }

    /** Breaks off an answer that is under way, so that the client can't take it for complete. */
    void abort(Exception reason) throws IOException {
        LOG.warn("An answer was broken off: {}", reason.toString());
        context.res().sendError(ABORT);
    }

    /** Threads that may be kept busy by a slow client, logging as this call; only while the call is waiting. */
    Executor serverThreads() {
        AsyncContext waiting = context.req().getAsyncContext();
        Map<String, String> logContext =
                Optional.ofNullable(MDC.getCopyOfContextMap()).orElse(Map.of());
        return work -> waiting.start(() -> {
            MDC.setContextMap(logContext);
            try {
                work.run();
            } finally {
                MDC.clear();
            }
        });
    }

    Format format(OcsReply reply) {
        Optional<String> parameter = choice("format");
        return reply.source() == OcsReply.Source.ENDPOINT
                ? Format.choose(parameter, header("Accept"))
                : parameter.map(Format::named).orElse(Format.XML);
    }

    /** A parameter about the answer, given in the body or in the query. */
    private Optional<String> choice(String name) {
        return Parameters.merge(Map.of(), body().parameters(), query).text(name);
    }
}
