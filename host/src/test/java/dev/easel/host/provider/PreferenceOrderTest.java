package dev.easel.host.provider;

import dev.easel.api.provider.Readiness;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PreferenceOrderTest {

    /** In the column "loaded", {@code ?} marks what is not configured and {@code !} what is not ready. */
    @ParameterizedTest(name = "listed {0}, loaded {1}: {2}")
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
                    # listed             | loaded                               | order
                    -                    | -                                    | -
                    -                    | zebra openai ant diffusion           | diffusion openai ant zebra
                    -                    | openai! diffusion!                   | diffusion openai
                    openai               | diffusion openai ant                 | openai diffusion ant
                    zebra ant            | diffusion ant zebra openai           | zebra ant diffusion openai
                    missing ant          | diffusion ant                        | ant diffusion
                    -                    | placeholder                          | placeholder
                    -                    | placeholder ant                      | ant
                    -                    | placeholder ant!                     | ant
                    -                    | placeholder openai? diffusion?       | diffusion openai placeholder
                    -                    | placeholder openai? diffusion!       | diffusion openai
                    -                    | placeholder zebra?                   | zebra placeholder
                    placeholder          | placeholder ant                      | placeholder ant
                    ant placeholder      | placeholder zebra ant!               | ant placeholder zebra
                    openai               | placeholder openai! ant?             | openai ant
                    openai               | placeholder openai? ant?             | openai ant placeholder
                    """)
    void theOrderFollowsTheListThenTheDefault(String listed, String loaded, String order) {
        List<HostedProvider> arranged = new PreferenceOrder(words(listed))
                .arrange(words(loaded).stream().map(Stub::of).toList());

        assertEquals(words(order), arranged.stream().map(HostedProvider::id).toList());
    }

    @Test
    void listedIdsThatNobodyHasAreUnknown() {
        PreferenceOrder order = new PreferenceOrder(List.of("openai", "openia"));

        assertEquals(List.of("openia"), order.unknown(List.of("ant", "openai")));
    }

    private static List<String> words(String text) {
        return text == null
                ? List.of()
                : Stream.of(text.strip().split(" +", -1)).toList();
    }

    private record Stub(String id, Readiness readiness) implements HostedProvider {
        static Stub of(String word) {
            if (word.endsWith("?")) {
                return new Stub(word.substring(0, word.length() - 1), Readiness.notConfigured("No key."));
            }
            if (word.endsWith("!")) {
                return new Stub(word.substring(0, word.length() - 1), Readiness.notReady("Key refused."));
            }
            return new Stub(word, Readiness.ready());
        }

        @Override
        public String name(Locale locale) {
            return id;
        }

        @Override
        public String pluginId() {
            return id;
        }

        @Override
        public String pluginVersion() {
            return "1.0.0";
        }

        @Override
        public void recheckReadiness() {}

        @Override
        public Duration declaredRuntime(int images) {
            return Duration.ofSeconds(1);
        }

        @Override
        public int maxImagesPerCall() {
            return 1;
        }

        @Override
        public Optional<Slot> tryAcquire() {
            return Optional.empty();
        }
    }
}
