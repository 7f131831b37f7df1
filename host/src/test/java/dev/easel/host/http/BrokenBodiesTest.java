package dev.easel.host.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Bodies that are not what their headers say are the client's fault, and the client learns of it. */
class BrokenBodiesTest {
    private static final String FOX = "{\"input\":\"a red fox\",\"appId\":\"my_app\"}";
    private static final String MULTIPART = "Content-Length: *\r\nContent-Type: multipart/form-data; boundary=";

    private final RequestProbe probe = new RequestProbe();

    @AfterEach
    void stop() {
        probe.close();
    }

    private int status(String headers, String body) throws IOException {
        String request = "POST /ocs/v2.php/text2image/schedule HTTP/1.1\r\nHost: localhost\r\nOCS-APIRequest: true\r\n"
                + headers + "\r\n\r\n" + body;
        List<RawAnswer> answers = probe.send(request.getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(1, answers.size());
        RawAnswer answer = answers.get(0);
        assertTrue(answer.header("Content-Type").orElse("").startsWith("application/xml"), "an envelope");
        return answer.status();
    }

    @Test
    void aBodyThatEndsEarlyIsRefused() throws IOException {
        assertEquals(400, status("Content-Type: application/json\r\nContent-Length: 500", FOX));
    }

    @Test
    void chunksThatAreNoneAreRefused() throws IOException {
        assertEquals(400, status("Content-Type: application/json\r\nTransfer-Encoding: chunked", "5\r\n" + FOX));
    }

    @Test
    void aCharsetThatNobodyKnowsIsNotNeeded() throws IOException {
        assertEquals(200, status("Content-Type: application/json; charset=nonsense\r\nContent-Length: *", FOX));
    }

    @Test
    void aBoundaryWhoseQuoteIsOpenIsRefused() throws IOException {
        assertEquals(400, status(MULTIPART + "\"x", "--x--\r\n"));
    }

    @Test
    void aPartThatIsNotInItsCharsetIsRefused() throws IOException {
        String part = "--x\r\nContent-Disposition: form-data; name=\"input\"\r\n%s\r\n%s\r\n--x--\r\n";
        String utf16 = "Content-Type: text/plain; charset=utf-16\r\n";
        assertEquals(400, status(MULTIPART + "x", part.formatted("", "\u00ff")));
        assertEquals(400, status(MULTIPART + "x", part.formatted(utf16, "odd")));
        assertEquals(400, status(MULTIPART + "x", part.formatted(utf16.replace("utf-16", "nonsense"), "a")));
    }
}
