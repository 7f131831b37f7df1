package dev.easel.host.ocs;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The rules of rendering, value by value. */
class EnvelopeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DocumentBuilder XML = parser();

    private static DocumentBuilder parser() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String write(OcsData data, OcsVersion version, Format format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Envelope.write(OcsReply.ok(data), version, format, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static final OcsData EVERYTHING = (out, name) -> {
        out.startMap(name);
        out.bool("yes", true);
        out.bool("no", false);
        out.number("number", -5);
        out.text("text", "a & b < c > d \" e ' f \r g \n h");
        out.text("empty", "");
        out.text("nothing", null);
        out.startList("none");
        out.endList();
        out.startList("list");
        out.text("ignored", "x");
        out.startList("ignored");
        out.number("ignored", 1);
        out.endList();
        out.endList();
        out.endMap();
    };

    @Test
    void xmlFollowsTheRulesToTheLetter() throws IOException {
        String expected = """
                <?xml version="1.0"?>
                <ocs>
                 <meta>
                  <status>ok</status>
                  <statuscode>100</statuscode>
                  <message>OK</message>
                  <totalitems></totalitems>
                  <itemsperpage></itemsperpage>
                 </meta>
                 <data>
                  <yes>1</yes>
                  <no></no>
                  <number>-5</number>
                  <text>a &amp; b &lt; c &gt; d &quot; e ' f &#13; g \n h</text>
                  <empty></empty>
                  <nothing/>
                  <none/>
                  <list>
                   <element>x</element>
                   <element>
                    <element>1</element>
                   </element>
                  </list>
                 </data>
                </ocs>
                """;
        assertEquals(expected, write(EVERYTHING, OcsVersion.V1, Format.XML));
    }

    @Test
    void jsonHoldsTheSameValues() throws IOException {
        String json = write(EVERYTHING, OcsVersion.V2, Format.JSON);
        assertEquals(
                "{\"ocs\":{\"meta\":{\"status\":\"ok\",\"statuscode\":200,\"message\":\"OK\"},"
                        + "\"data\":{\"yes\":true,\"no\":false,\"number\":-5,"
                        + "\"text\":\"a & b < c > d \\\" e ' f \\r g \\n h\",\"empty\":\"\",\"nothing\":null,"
                        + "\"none\":[],\"list\":[\"x\",[1]]}}}",
                json);
    }

    @Test
    void everyCharacterMakesWellFormedXmlAndJson() throws Exception {
        for (int codePoint = 0; codePoint <= 0x1FFFF; codePoint = next(codePoint)) {
            String text = codePoint < 0x10000 ? "" + (char) codePoint : Character.toString(codePoint);
            OcsData data = OcsData.message(text);
            String expected = isXmlCharacter(codePoint) ? text : "\uFFFD";
            assertEquals(expected, parsedXml(write(data, OcsVersion.V2, Format.XML)), "U+" + codePoint);
            String inJson = codePoint >= 0xD800 && codePoint < 0xE000 ? "\uFFFD" : text;
            assertEquals(inJson, parsedJson(write(data, OcsVersion.V2, Format.JSON)), "U+" + codePoint);
        }
    }

    /** All of the first 256, the edges of the surrogates and of the planes, and samples between. */
    private static int next(int codePoint) {
        boolean interesting = codePoint < 0x100 || (codePoint & 0x7FF) > 0x7FB || (codePoint & 0x7FF) < 4;
        return codePoint + (interesting ? 1 : 0x3F);
    }

    private static boolean isXmlCharacter(int codePoint) {
        return "\t\n\r".indexOf(codePoint) >= 0
                || (codePoint >= 0x20 && codePoint < 0xD800)
                || (codePoint >= 0xE000 && codePoint < 0xFFFE)
                || codePoint > 0xFFFF;
    }

    private static String parsedXml(String xml) throws Exception {
        return XML.parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("message")
                .item(1)
                .getTextContent();
    }

    private static String parsedJson(String json) throws IOException {
        return JSON.readTree(json).path("ocs").path("data").path("message").textValue();
    }
}
