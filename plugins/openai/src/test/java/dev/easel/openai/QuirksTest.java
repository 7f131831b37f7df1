package dev.easel.openai;

import dev.easel.openai.ScriptedService.Quirk;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * What is found out about services, and remembered.
 *
 * <p>Each row names a quirk, what is sent until there are three images, and what is sent for three more afterwards.
 */
class QuirksTest {
    private static final int IMAGES = 3;

    record Row(String name, Quirk quirk, String first, String second) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Row> rows() {
        String all = "n=3 model size quality response_format";
        String plain = "n=3 model size quality";
        return Stream.of(
                new Row("no quirk", Quirks.makesMoreImages(), all, all),
                new Row("refuses response_format", Quirks.refusesResponseFormat(), all + " | " + plain, plain),
                new Row(
                        "refuses response_format with status 200",
                        Quirks.refusesResponseFormatWith200(),
                        all + " | " + plain,
                        plain),
                new Row(
                        "refuses response_format without a reason",
                        Quirks.refusesWithoutReason("response_format"),
                        all + " | " + plain,
                        plain),
                new Row(
                        "refuses quality as Pydantic does",
                        Quirks.refusesFieldsAsPydantic("quality"),
                        all + " | n=3 model size response_format",
                        "n=3 model size response_format"),
                new Row(
                        "has no models",
                        Quirks.hasNoModels(),
                        all + " | n=3 size quality response_format",
                        "n=3 size quality response_format"),
                new Row(
                        "refuses sizes",
                        Quirks.refusesSizes(),
                        all + " | n=3 model quality response_format",
                        "n=3 model quality response_format"),
                new Row(
                        "wants listed sizes",
                        Quirks.wantsSizesOf("'1024x1024', '1536x1024' and '1024x1536'"),
                        all + " | n=3 model size:1024x1024 quality response_format",
                        "n=3 model size:1024x1024 quality response_format"),
                new Row(
                        "wants sizes in steps of 64",
                        Quirks.wantsSizesInStepsOf64(),
                        all + " | n=3 model size:1024x704 quality response_format",
                        "n=3 model size:1024x704 quality response_format"),
                new Row(
                        "takes one image only",
                        Quirks.takesOneImageOnly(),
                        all + " | " + times(3, all.replace("n=3", "n=1")),
                        times(3, all.replace("n=3", "n=1"))),
                new Row(
                        "takes two images at most",
                        Quirks.takesAtMost(2),
                        all + " | " + all.replace("n=3", "n=2") + " | " + all.replace("n=3", "n=1"),
                        all.replace("n=3", "n=2") + " | " + all.replace("n=3", "n=1")),
                new Row(
                        "makes one image and does not say so",
                        Quirks.makesOneImageSilently(),
                        all + " | " + times(2, all.replace("n=3", "n=1")),
                        times(3, all.replace("n=3", "n=1"))),
                new Row(
                        "refuses numbers of images",
                        Quirks.refusesNumbers(),
                        all + " | " + all.replace("n=3", "n=1") + " | " + times(3, all.replace("n=3 ", "")),
                        times(3, all.replace("n=3 ", ""))));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatAServiceDoesNotTakeIsLeftOutAndRemembered(Row row) throws Exception {
        try (ScriptedService service = ScriptedService.start().with(row.quirk());
                OpenAiProvider provider = TestProvider.of(TestProvider.settings(service)
                        .with("test", "model", "painter-1")
                        .with("test", "size", "1000x700")
                        .with("test", "quality", "high"))) {
            assertEquals(IMAGES, Run.of(provider, IMAGES).size());
            String first = sent(service.imageRequests());
            int before = service.imageRequests().size();
            assertEquals(IMAGES, Run.of(provider, IMAGES).size());
            String second = sent(service.imageRequests()
                    .subList(before, service.imageRequests().size()));
            System.out.printf("| %s | %s | %s |%n", row.name(), cell(first), cell(second));
            assertEquals(row.first(), first, "first run");
            assertEquals(row.second(), second, "second run");
        }
    }

    private static String sent(List<Received> requests) {
        return requests.stream().map(QuirksTest::fields).collect(Collectors.joining(" | "));
    }

    /** Lists what is sent besides the prompt, and a size that is not the configured one. */
    private static String fields(Received request) {
        return Stream.of("n", "model", "size", "quality", "response_format")
                .filter(request::has)
                .map(field -> switch (field) {
                    case "n" -> "n=" + request.n();
                    case "size" -> request.field("size").equals("1000x700") ? "size" : "size:" + request.field("size");
                    default -> field;
                })
                .collect(Collectors.joining(" "));
    }

    private static String cell(String requests) {
        return requests.replace(" | ", "<br>");
    }

    private static String times(int count, String request) {
        return Stream.generate(() -> request).limit(count).collect(Collectors.joining(" | "));
    }
}
