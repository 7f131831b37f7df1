package dev.easel.host.http;

import dev.easel.host.fuzz.Corpus;
import dev.easel.host.fuzz.FuzzContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Whatever a client sends, the server's answer is one that a client can read, and tells nothing of its inside. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestsFuzzTest extends FuzzContract {
    private final RequestProbe probe = new RequestProbe();

    RequestsFuzzTest() {
        super(Corpus.named("requests"), RequestTarget.class, 2_000);
    }

    @Override
    protected void test(byte[] input) throws IOException {
        probe.send(input);
    }

    @AfterAll
    void stop() {
        probe.close();
    }

    @Test
    void theProbeReadsAnswersOneAfterTheOther() throws IOException {
        String get = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
        String head = get.replace("GET", "HEAD");
        List<RawAnswer> answers = probe.send((get + head + get).getBytes(StandardCharsets.US_ASCII));
        assertEquals(
                List.of(200, 200, 200), answers.stream().map(RawAnswer::status).toList());
    }

    @Test
    void theNamesOfJavalinsHandlersAreNoMethods() throws IOException {
        String request = "BEFORE /ocs/v2.php/text2image/is_available HTTP/1.1\r\nHost: localhost\r\n\r\n";
        RawAnswer answer =
                probe.send(request.getBytes(StandardCharsets.US_ASCII)).get(0);
        assertEquals(404, answer.status());
        assertEquals("text/xml; charset=UTF-8", answer.header("Content-Type").orElse(""));
    }
}
