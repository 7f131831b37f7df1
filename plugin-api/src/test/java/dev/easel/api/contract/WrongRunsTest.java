package dev.easel.api.contract;

import dev.easel.api.provider.GenerationRequest;
import dev.easel.api.provider.ImageSink;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** A provider whose runs go wrong is told how, and what to do. */
class WrongRunsTest {

    @Test
    void aSinkThatIsLeftOutIsFound() throws Exception {
        assertFault(
                ProviderContract::everySinkGetsARealImage,
                "Image 2 was not written; open, write and close every sink",
                (request, sinks) -> write(request, sinks.subList(0, sinks.size() - 1)));
    }

    @Test
    @SuppressWarnings("MustBeClosedChecker")
    void aStreamThatIsNotClosedIsFound() throws Exception {
        assertFault(ProviderContract::everySinkGetsARealImage, "Image 0 was not finished after", (request, sinks) -> {
            write(request, sinks.subList(1, sinks.size()));
            OutputStream left = sinks.get(0).openStream();
            left.write(image(request, 0));
        });
    }

    @Test
    void aSinkThatIsOpenedTwiceIsFound() throws Exception {
        assertFault(ProviderContract::everySinkGetsARealImage, "Image 0 was opened twice", (request, sinks) -> {
            write(request, sinks);
            try {
                sinks.get(0).write(image(request, 0));
            } catch (IllegalStateException ignored) {
                // It believes that it may.
            }
        });
    }

    @Test
    void somethingThatIsNoImageIsFound() throws Exception {
        assertFault(
                ProviderContract::everySinkGetsARealImage,
                "begin with 7B 22 65 72 72 6F 72 22 3A 34 30 31",
                (request, sinks) -> {
                    for (ImageSink sink : sinks) {
                        sink.write("{\"error\":401}".getBytes(StandardCharsets.US_ASCII));
                    }
                });
    }

    @Test
    void halfAnImageIsFound() throws Exception {
        assertFault(ProviderContract::everySinkGetsARealImage, "cannot be decoded", (request, sinks) -> {
            for (ImageSink sink : sinks) {
                byte[] image = image(request, sink.index());
                sink.write(Arrays.copyOf(image, image.length / 2));
            }
        });
    }

    @Test
    void anImageOfTooManyBytesIsFound() throws Exception {
        assertFault(
                ProviderContract::everySinkGetsARealImage,
                "threw java.io.IOException: Image 0 has more than 67108864 bytes",
                (request, sinks) -> sinks.get(0).write(new byte[(int) ImageSink.MAX_BYTES + 1]));
    }

    @Test
    void aRunThatThrowsIsFound() throws Exception {
        assertFault(
                ProviderContract::everySinkGetsARealImage,
                "generate(…) threw java.lang.StackOverflowError",
                (request, sinks) -> {
                    throw new StackOverflowError();
                });
    }

    @Test
    void aRunThatTakesTooLongIsFound() throws Exception {
        assertFault(
                ProviderContract::everySinkGetsARealImage,
                "has not ended after 2000 ms; if it takes that long, say so",
                (request, sinks) -> new CountDownLatch(1).await());
    }

    @Test
    void imagesThatDependOnTheCallAreFound() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        assertFault(
                ProviderContract::imageDependsOnItsIndexAndNotOnTheCall,
                "Image 1 depends on the call that makes it",
                (request, sinks) -> {
                    int call = calls.incrementAndGet();
                    for (ImageSink sink : sinks) {
                        sink.write(image(request, call));
                    }
                });
    }

    @Test
    void runsThatShareTheirStateAreFound() throws Exception {
        assertFault(ProviderContract::runsAtOnceDoNotMix, "when 2 runs are under way at once", new SharedState());
    }

    @Test
    void anOddPromptThatIsNoRequestsFaultIsFound() throws Exception {
        assertFault(
                ProviderContract::oddPromptsGiveImagesOrAreRefused,
                "threw java.lang.IllegalArgumentException: too long for a prompt of 64000 characters",
                (request, sinks) -> {
                    if (request.prompt().length() > 1000) {
                        throw new IllegalArgumentException("too long");
                    }
                    write(request, sinks);
                });
    }

    private static void assertFault(Trial.Check check, String expected, Generation generation) throws Exception {
        String fault = Trial.of(provider(generation)).faultFoundBy(check);
        assertTrue(fault.contains(expected), fault);
    }

    private static TrialProvider provider(Generation generation) {
        return new TrialProvider() {
            @Override
            public void generate(GenerationRequest request, List<ImageSink> sinks)
                    throws IOException, InterruptedException {
                generation.generate(request, sinks);
            }
        };
    }

    private static void write(GenerationRequest request, List<ImageSink> sinks) throws IOException {
        for (ImageSink sink : sinks) {
            sink.write(image(request, sink.index()));
        }
    }

    private static byte[] image(GenerationRequest request, int index) throws IOException {
        return TrialProvider.image("png", request.prompt(), index);
    }

    private interface Generation {
        void generate(GenerationRequest request, List<ImageSink> sinks) throws IOException, InterruptedException;
    }

    /** Keeps the prompt in a field; of two runs at once, the first waits until the second has set its own. */
    private static final class SharedState implements Generation {
        private final AtomicInteger calls = new AtomicInteger();
        private final CountDownLatch second = new CountDownLatch(1);
        private volatile String prompt = "";

        @Override
        public void generate(GenerationRequest request, List<ImageSink> sinks)
                throws IOException, InterruptedException {
            prompt = request.prompt();
            int call = calls.incrementAndGet();
            // The test makes two runs alone first.
            if (call == 4) {
                second.countDown();
            } else if (call == 3 && !second.await(2, TimeUnit.SECONDS)) {
                throw new IOException("The other run has not begun");
            }
            for (ImageSink sink : sinks) {
                sink.write(TrialProvider.image("png", prompt, sink.index()));
            }
        }
    }
}
