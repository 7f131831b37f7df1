package dev.easel.placeholder;

import dev.easel.api.contract.MemorySink;
import dev.easel.api.provider.Cancellation;
import dev.easel.api.provider.GenerationRequest;
import dev.easel.api.provider.ImageSink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PlaceholderProviderTest {
    private static final int MOST_BYTES = 1_500_000;

    private final PlaceholderProvider provider = new PlaceholderProvider();

    @Test
    void everySinkGetsAPngOf1024By1024() throws Exception {
        for (byte[] image : generate("a fox in the snow", 9)) {
            var picture = ImageIO.read(new ByteArrayInputStream(image));
            assertEquals(1024, picture.getWidth());
            assertEquals(1024, picture.getHeight());
            assertTrue(image.length < MOST_BYTES, () -> image.length + " bytes");
        }
    }

    @Test
    void theSamePromptAndIndexGiveTheSameBytes() throws Exception {
        List<byte[]> first = generate("a fox in the snow", 3);
        List<byte[]> again = generate("a fox in the snow", 3);
        for (int i = 0; i < 3; i++) {
            assertArrayEquals(first.get(i), again.get(i));
        }
    }

    @Test
    void anImageDependsOnItsIndexAndNotOnTheCallThatMakesIt() throws Exception {
        MemorySink sixth = new MemorySink(5);
        provider.generate(request("a fox in the snow"), List.of(sixth));
        assertArrayEquals(generate("a fox in the snow", 6).get(5), sixth.image());
    }

    @Test
    void theLocaleOfTheHostChangesNothing() throws Exception {
        byte[] usual = generate("Iı İi", 1).get(0);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertArrayEquals(usual, generate("Iı İi", 1).get(0));
            assertEquals("Placeholder", provider.name(Locale.KOREAN));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void concurrentRunsGiveWhatSingleRunsGive() throws Exception {
        List<String> prompts = List.of("a fox", "قطة حمراء", "חתול", "лиса", "αλεπού", "a b c");
        List<byte[]> alone = new ArrayList<>();
        for (String prompt : prompts) {
            alone.add(new PlaceholderProviderTest().generate(prompt, 1).get(0));
        }
        List<Callable<byte[]>> runs = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String prompt = prompts.get(i % prompts.size());
            runs.add(() -> generate(prompt, 1).get(0));
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<byte[]>> images = threads.invokeAll(runs);
            for (int i = 0; i < images.size(); i++) {
                assertArrayEquals(alone.get(i % prompts.size()), images.get(i).get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void progressIsReportedAfterEachImage() throws Exception {
        List<Double> reported = new ArrayList<>();
        GenerationRequest request =
                GenerationRequest.forPrompt("a fox").progress(reported::add).build();
        provider.generate(request, List.<ImageSink>copyOf(MemorySink.sinks(4)));
        assertEquals(List.of(0.25, 0.5, 0.75, 1.0), reported);
    }

    @Test
    void aCancelledRunStopsBetweenTwoImages() {
        CancelledAfter cancellation = new CancelledAfter(2);
        GenerationRequest request =
                GenerationRequest.forPrompt("a fox").cancellation(cancellation).build();
        List<MemorySink> sinks = MemorySink.sinks(4);
        assertThrows(CancellationException.class, () -> provider.generate(request, List.<ImageSink>copyOf(sinks)));
        assertEquals(
                List.of(true, true, false, false),
                sinks.stream().map(MemorySink::isComplete).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es", "it", "nl", "pt", "pl", "ja", "zh"})
    void theNameIsTranslated(String language) {
        String name = provider.name(Locale.forLanguageTag(language));
        assertFalse(name.isBlank());
        assertFalse(name.equals(provider.name(Locale.ENGLISH)), name);
        assertEquals(name, provider.name(Locale.forLanguageTag(language + "-CH")));
    }

    @Test
    void theNamesOfAllLanguagesDiffer() {
        Set<String> names = new HashSet<>();
        List<String> languages = List.of("en", "de", "fr", "es", "it", "nl", "pt", "pl", "ja", "zh");
        languages.forEach(language -> names.add(provider.name(Locale.forLanguageTag(language))));
        assertEquals(languages.size(), names.size());
    }

    @Test
    void theExpectedRuntimeGrowsWithTheImages() throws Exception {
        generate("a fox", 1);
        Duration one = provider.expectedRuntime(1);
        assertTrue(one.compareTo(Duration.ZERO) > 0);
        assertEquals(one.multipliedBy(12), provider.expectedRuntime(12));
    }

    @Test
    void theFirstRunIsExpectedToTakeLonger() throws Exception {
        Duration cold = provider.expectedRuntime(1);
        generate("a fox", 1);
        assertTrue(cold.compareTo(provider.expectedRuntime(1)) > 0);
    }

    private List<byte[]> generate(String prompt, int count) throws IOException {
        List<MemorySink> sinks = MemorySink.sinks(count);
        provider.generate(request(prompt), List.<ImageSink>copyOf(sinks));
        return sinks.stream().map(MemorySink::image).toList();
    }

    private static GenerationRequest request(String prompt) {
        return GenerationRequest.forPrompt(prompt).build();
    }

    /** Is cancelled once it was asked a number of times. */
    private static final class CancelledAfter implements Cancellation {
        private int left;

        CancelledAfter(int left) {
            this.left = left;
        }

        @Override
        public boolean isCancelled() {
            return left-- <= 0;
        }

        @Override
        public Registration onCancel(Runnable action) {
            return () -> {};
        }
    }
}
