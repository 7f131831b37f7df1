package dev.easel.host.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Gives inputs to a {@link RequestProbe}, as long as the process lives. */
public final class RequestTarget {
    private static final String FIRST = "GET /ocs/v2.php/text2image/task/0 HTTP/1.0\r\nOCS-APIRequest: true\r\n\r\n";
    private static final RequestProbe PROBE = new RequestProbe();

    private RequestTarget() {}

    /** Has the server load what it needs, for which a first input would have to wait. */
    public static void fuzzerInitialize() throws IOException {
        PROBE.send(FIRST.getBytes(StandardCharsets.US_ASCII));
    }

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        PROBE.send(input);
    }
}
