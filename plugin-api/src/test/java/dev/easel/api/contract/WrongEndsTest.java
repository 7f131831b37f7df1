package dev.easel.api.contract;

import dev.easel.api.provider.GenerationException;
import dev.easel.api.provider.GenerationException.Kind;
import dev.easel.api.provider.GenerationRequest;
import dev.easel.api.provider.ImageSink;
import dev.easel.api.provider.TextToImageProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** A provider that does not end what it began, or fails as it should not, is told so and what to do. */
class WrongEndsTest {
    private static final ExpectedFailure REFUSED =
            ExpectedFailure.ofPrompt("for a forbidden prompt", TrialProvider.FORBIDDEN);

    @Test
    void aRunThatIgnoresItsCancellationIsFound() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try {
            assertFault(
                    ProviderContract::cancelledRunEndsAndWritesNothingLater,
                    "goes on although it was cancelled and interrupted; look at request.cancellation()",
                    new TrialProvider() {
                        @Override
                        public void generate(GenerationRequest request, List<ImageSink> sinks) {
                            awaitStubbornly(end);
                        }
                    });
        } finally {
            end.countDown();
        }
    }

    @Test
    void aRunThatWritesAfterItsEndIsFound() throws Exception {
        assertFault(
                ProviderContract::cancelledRunEndsAndWritesNothingLater,
                "Image 0 of a cancelled run was written after the run had ended",
                new TrialProvider() {
                    @Override
                    @SuppressWarnings("MustBeClosedChecker")
                    public void generate(GenerationRequest request, List<ImageSink> sinks) throws IOException {
                        Thread run = Thread.currentThread();
                        OutputStream left = sinks.get(0).openStream();
                        new Thread(() -> writeAfter(run, left)).start();
                        request.cancellation().throwIfCancelled();
                    }
                });
    }

    @Test
    void aCancelledRunThatThrowsAnErrorIsFound() throws Exception {
        assertFault(
                ProviderContract::cancelledRunEndsAndWritesNothingLater,
                "threw java.lang.AssertionError: cancelled when it was cancelled; throw CancellationException",
                new TrialProvider() {
                    @Override
                    public void generate(GenerationRequest request, List<ImageSink> sinks) {
                        throw new AssertionError("cancelled");
                    }
                });
    }

    @Test
    void aRunThatHidesThatItsImageCouldNotBeStoredIsFound() throws Exception {
        assertFault(
                ProviderContract::failingSinkFailsTheRun,
                "returned although the image could not be stored; let the IOException",
                new TrialProvider() {
                    @Override
                    public void generate(GenerationRequest request, List<ImageSink> sinks) throws InterruptedException {
                        try {
                            super.generate(request, sinks);
                        } catch (IOException hidden) {
                            // It tells nobody.
                        }
                    }
                });
    }

    @Test
    void answersThatWaitForARunAreFound() throws Exception {
        assertFault(ProviderContract::answersAreGivenDuringARun, "id() has not answered after 1000 ms", new Locking());
    }

    @Test
    void aThreadThatIsLeftIsFound() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try {
            assertFault(
                    ProviderContract::closingLeavesNothingBehind,
                    "go on after every provider was closed: the leftover " + "at",
                    new TrialProvider() {
                        @Override
                        public void generate(GenerationRequest request, List<ImageSink> sinks)
                                throws IOException, InterruptedException {
                            super.generate(request, sinks);
                            new Thread(() -> awaitStubbornly(end), "the leftover").start();
                        }
                    });
        } finally {
            end.countDown();
        }
    }

    @Test
    void aProviderThatCannotBeClosedTwiceIsFound() throws Exception {
        assertFault(
                ProviderContract::closingLeavesNothingBehind,
                "close() for the second time threw java.lang.IllegalStateException: closed before",
                new TrialProvider() {
                    private boolean closed;

                    @Override
                    public void close() {
                        if (closed) {
                            throw new IllegalStateException("closed before");
                        }
                        closed = true;
                    }
                });
    }

    @Test
    void aFailureThatDoesNotComeIsFound() throws Exception {
        assertFailureFault(
                "generate(…) returned for a forbidden prompt; throw a GenerationException of kind REQUEST", () -> {});
    }

    @Test
    void aFailureOfAnotherTypeIsFound() throws Exception {
        assertFailureFault(
                "threw java.lang.IllegalArgumentException: refused for a forbidden prompt; throw a GenerationException "
                        + "of kind REQUEST with GenerationException.requestAtFault(…)",
                () -> {
                    throw new IllegalArgumentException("refused");
                });
    }

    @Test
    void aFailureOfAnotherKindIsFound() throws Exception {
        assertFailureFault("of kind PROVIDER for a forbidden prompt", () -> {
            throw GenerationException.providerAtFault("refused", null);
        });
    }

    @Test
    void aFailureWithoutAMessageIsFound() throws Exception {
        assertFailureFault("has no message; say what failed and what to do", () -> {
            throw GenerationException.requestAtFault(" ");
        });
    }

    @Test
    void aFailureThatRepeatsThePromptIsFound() throws Exception {
        assertFailureFault("repeats the prompt, which may be private", () -> {
            throw GenerationException.requestAtFault("No: " + TrialProvider.FORBIDDEN);
        });
    }

    @Test
    void aFailureOfAContextIsTriedWithThatContext() throws Exception {
        TestPluginContext keyless = TestPluginContext.in(Path.of("none"));
        Trial contract = Trial.of(refusing(() -> {
                    throw GenerationException.lacking("There is no key; set one", null);
                }))
                .with(ExpectedFailure.in("without a key", Kind.LACKING, keyless));
        contract.keeps(Trial::failures);
    }

    private static void assertFault(Trial.Check check, String expected, TextToImageProvider provider) throws Exception {
        String fault = Trial.of(provider).faultFoundBy(check);
        assertTrue(fault.contains(expected), fault);
    }

    private static void assertFailureFault(String expected, Runnable failing) throws Exception {
        String fault = Trial.of(refusing(failing)).with(REFUSED).faultFoundBy(Trial::failures);
        assertTrue(fault.contains(expected), fault);
    }

    private static TextToImageProvider refusing(Runnable failing) {
        return new TrialProvider() {
            @Override
            public void generate(GenerationRequest request, List<ImageSink> sinks) {
                failing.run();
            }
        };
    }

    private static void awaitStubbornly(CountDownLatch end) {
        while (end.getCount() > 0) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Writes until it is refused. */
    private static void writeAfter(Thread run, OutputStream image) {
        try {
            run.join();
            while (!Thread.interrupted()) {
                image.write(0);
                LockSupport.parkNanos(1_000_000);
            }
        } catch (IOException | InterruptedException ended) {
            // Too late, as wanted.
        }
    }

    /** Does one thing at a time. */
    private static final class Locking extends TrialProvider {
        @Override
        public synchronized String id() {
            return "trial";
        }

        @Override
        public synchronized void generate(GenerationRequest request, List<ImageSink> sinks)
                throws IOException, InterruptedException {
            super.generate(request, sinks);
        }
    }
}
