package dev.easel.openai;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.easel.api.contract.MemorySink;
import dev.easel.openai.config.JsonTexts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A known key and a known prompt are looked for in all that the plugin puts out, at the finest level of logging, while
 * services repeat both in every way that they can.
 */
class SecretsTest {
    private static final String KEY = "sk-canary-Q7xW2mZ9pL4vT8";
    private static final String HEADER = "Zitronenfalter-51";
    private static final String PROMPT = "walrus Zebulon rides a \"penny/farthing\" over Lake Titicaca, caf\u00e9";

    /** What must not be seen of them, whatever has become of the rest. */
    private static final List<String> TRACES =
            List.of("canary", "Q7xW2mZ9", "pL4vT8", "Zitronenfalter", "Zebulon", "farthing", "Titicaca");

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final ListAppender<ILoggingEvent> slf4j = new ListAppender<>();
    private final java.util.logging.Logger julRoot = LogManager.getLogManager().getLogger("");
    private final java.util.logging.Level julLevel = julRoot.getLevel();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Level level = root.getLevel();
    private final Handler jul = new Handler() {
        @Override
        public void publish(LogRecord record) {
            if (record.getLoggerName() == null || !record.getLoggerName().startsWith("mockwebserver3")) {
                seen.add(record.getLoggerName() + " " + record.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        slf4j.start();
        root.addAppender(slf4j);
        root.setLevel(Level.TRACE);
        julRoot.addHandler(jul);
        julRoot.setLevel(java.util.logging.Level.ALL);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(slf4j);
        root.setLevel(level);
        julRoot.removeHandler(jul);
        julRoot.setLevel(julLevel);
    }

    @Test
    void nothingIsSeenOfTheKeyAndThePrompt() throws Exception {
        List<MockResponse> answers = new ArrayList<>();
        ways().forEach(way -> answers.addAll(repeating(way.apply(KEY + " and " + HEADER), way.apply(PROMPT))));
        for (MockResponse answer : answers) {
            try (ScriptedService service = ScriptedService.start().with(request -> {
                        Thread[] threads = new Thread[Thread.activeCount() + 50];
                        Arrays.stream(threads, 0, Thread.enumerate(threads))
                                .forEach(thread -> seen.add(thread.getName()));
                        return Optional.of(answer);
                    });
                    OpenAiProvider provider = TestProvider.of(TestProvider.settings(service)
                            .with("test", "api-key", KEY)
                            .with("test", "headers", List.of("X-Secret: " + HEADER)))) {
                run(provider);
            }
        }
        slf4j.list.forEach(event -> seen.add(event.getFormattedMessage()));
        assertTrue(seen.size() > answers.size(), "something was put out");
        for (String text : seen) {
            TRACES.forEach(
                    trace -> assertFalse(text.toLowerCase(Locale.ROOT).contains(trace.toLowerCase(Locale.ROOT)), text));
        }
    }

    @Test
    void noSecretOfTheConfigurationIsPrinted() {
        Settings settings = Settings.of("test")
                .with("test", "base-url", "https://" + HEADER + "@service.example:x/?key=" + KEY)
                .with("test", "api-key", KEY + " x")
                .with("test", "headers", List.of("X-Secret: " + HEADER + "\u00e9", "Host: " + HEADER))
                .with("test", "proxy", "https://user:" + HEADER + "@proxy.example");
        List<String> faults = settings.faults("test");
        assertEquals(5, faults.size(), faults::toString);
        for (String proxy : List.of("user:" + HEADER + "@proxy:3128", "http://user:se/" + HEADER + "@proxy:3128")) {
            faults = Stream.concat(
                            faults.stream(), Settings.of("test").with("test", "proxy", proxy).faults("test").stream())
                    .toList();
        }
        Settings sound = Settings.of("test")
                .with("test", "base-url", "https://service.example/v1?key=" + KEY)
                .with("test", "api-key", KEY)
                .with("test", "headers", List.of("X-Secret: " + HEADER))
                .with("test", "proxy", "http://user:" + HEADER + "@proxy.example");
        String printed = faults + " " + sound.service("test").endpoint()
                + sound.service("test").endpoint().proxy();
        TRACES.forEach(trace -> assertFalse(printed.contains(trace), printed));
    }

    /** The ways in which services repeat what they were told. */
    private static Stream<UnaryOperator<String>> ways() {
        return Stream.of(
                text -> text,
                text -> text.toUpperCase(Locale.ROOT),
                text -> text.substring(0, text.length() * 2 / 3),
                text -> text.substring(text.length() / 3),
                text -> text.replace(" ", "\n  ").replace("\"", "&quot;"),
                text -> JsonTexts.quote(text),
                text -> text.replace(" ", "%20").replace("\"", "%22").replace("/", "%2F"));
    }

    private static List<MockResponse> repeating(String key, String prompt) {
        String both = "Key " + key + " may not ask for " + prompt + ".";
        return List.of(
                Answers.error(400, "", both),
                Answers.error(400, both, both, both),
                Answers.error(401, "", both),
                Answers.error(404, "model_not_found", both),
                Answers.error(429, "", both),
                Answers.error(500, "", both),
                Answers.json(500, both),
                Answers.json(
                        400,
                        "{\"detail\":[{\"loc\":[%s],\"msg\":%s}]}"
                                .formatted(JsonTexts.quote(both), JsonTexts.quote(both))),
                Answers.json("{\"error\":{\"message\":%s}}".formatted(JsonTexts.quote(both))),
                Answers.json("{%s:[{%s:".formatted(JsonTexts.quote(both), JsonTexts.quote(both))),
                Answers.json("{\"data\":[{%s:[{%s:1".formatted(JsonTexts.quote(both), JsonTexts.quote(both))),
                Answers.json("{\"data\":[{\"b64_json\":%s}]}".formatted(JsonTexts.quote(both))),
                Answers.addresses("file:///" + both),
                Answers.addresses("http://127.0.0.1:1/" + both),
                Answers.redirect("/" + both.replaceAll("[^\\x20-\\x7e]", "")));
    }

    private void run(OpenAiProvider provider) throws Exception {
        try {
            provider.generate(Run.request(PROMPT), List.of(new MemorySink(0)));
            throw new AssertionError("The service made no image");
        } catch (RuntimeException failed) {
            StringWriter text = new StringWriter();
            failed.printStackTrace(new PrintWriter(text));
            seen.add(text.toString());
        }
        seen.add(provider.readiness().toString());
        seen.add(provider.name(Locale.ROOT));
    }
}
