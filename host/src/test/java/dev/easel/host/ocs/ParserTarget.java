package dev.easel.host.ocs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.easel.host.access.ClientAddress;
import dev.easel.host.access.GuestSession;
import dev.easel.host.fuzz.WellFormed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Gives one input to every parser of requests and to both writers of answers. What a parser makes of it must keep the
 * parser's promises, and what is said about it must be fit to be sent.
 */
public final class ParserTarget {
    private static final String TAG = "\"0123456789abcdef\"";
    private static final long SIZE = 1000;
    private static final Messages MESSAGES = new Messages(() -> Locale.ENGLISH);

    /** What was said about the input, to be written in one envelope, as writing takes longer than all else. */
    private final List<OcsData> said = new ArrayList<>();

    private ParserTarget() {}

    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        new ParserTarget().test(input);
    }

    private void test(byte[] input) throws IOException {
        String header = new String(input, StandardCharsets.ISO_8859_1);
        String text = new String(input, StandardCharsets.UTF_8);
        parseHeaders(header);
        parseAddress(header);
        parseBodies(input, header);
        readParameters(RequestBody.form(text));
        said.add(OcsData.message(text));
        said.add(OcsData.message(header));
        WellFormed.json(envelope(Format.JSON));
        WellFormed.xml(envelope(Format.XML));
    }

    private static void parseHeaders(String header) {
        for (Format format : Format.values()) {
            double quality = MediaRanges.parse(header)
                    .quality("application", format.name().toLowerCase(Locale.ROOT));
            assertTrue(quality >= 0 && quality <= 1, "quality");
        }
        Format.choose(Optional.empty(), Optional.of(header));
        Prefer prefer = Prefer.parse(List.of(header, header));
        assertTrue(prefer.lower(Duration.ofSeconds(30)).compareTo(Duration.ofSeconds(30)) <= 0, "patience");
        IdempotencyKey.parse(header).ifPresent(key -> {
            requireVisibleAscii(key);
            assertTrue(!key.isEmpty() && key.length() <= 255, "length of the key");
        });
        ByteRange.parse(header, SIZE).ifPresent(ParserTarget::requireWithinSize);
        Preconditions conditions = new Preconditions(name -> Optional.of(header), TAG, Instant.EPOCH);
        conditions.evaluate();
        conditions.rangeApplies();
        GuestSession.parse(header)
                .ifPresent(session -> assertEquals(32, session.value().length()));
    }

    private static void requireVisibleAscii(String text) {
        assertTrue(text.chars().allMatch(c -> c >= 0x20 && c < 0x7f), "characters");
    }

    private static void requireWithinSize(ByteRange range) {
        assertTrue(range.first() >= 0 && range.length() >= 0, "range");
        assertTrue(!range.isSatisfiable() || range.first() + range.length() <= SIZE, "end of the range");
    }

    private static void parseAddress(String header) {
        assertTrue(ClientAddress.key(header).length() <= 60, "length of the address");
    }

    /** The first line is the content type; without one, the types that are read are tried in turn. */
    private void parseBodies(byte[] input, String header) {
        int line = header.indexOf('\n');
        if (line >= 0) {
            byte[] body = Arrays.copyOfRange(input, line + 1, input.length);
            readBody(header.substring(0, line), body);
            readBody("multipart/form-data; boundary=x", body);
        }
        readBody("application/json", input);
        readBody("application/x-www-form-urlencoded", input);
    }

    private void readBody(String contentType, byte[] body) {
        try {
            readParameters(RequestBody.parse("POST", contentType, body));
        } catch (RequestBody.MalformedException e) {
            said.add(OcsData.message(e.format()));
        }
    }

    private void readParameters(Map<String, JsonNode> values) {
        Parameters parameters = Parameters.merge(Map.of(), values, Map.of());
        parameters.text("format");
        ParameterReader reader = new ParameterReader(parameters, MESSAGES);
        reader.requiredPrompt("input", 1000);
        reader.optionalText("appId", 255);
        int images = reader.integer("numberOfImages", 1, 12, 8);
        assertTrue(images >= 1 && images <= 12, "number of images");
        try {
            reader.throwIfFaulty();
        } catch (OcsException e) {
            said.add(e.reply().data());
        }
    }

    private byte[] envelope(Format format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Envelope.write(OcsReply.ok(this::writeAll), OcsVersion.V1, format, out);
        return out.toByteArray();
    }

    private void writeAll(DataWriter out, String name) throws IOException {
        out.startList(name);
        for (OcsData data : said) {
            data.writeTo(out, DataWriter.ELEMENT);
        }
        out.endList();
    }
}
