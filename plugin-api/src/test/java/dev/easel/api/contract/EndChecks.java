package dev.easel.api.contract;

import dev.easel.api.provider.ImageSink;
import dev.easel.api.provider.TextToImageProvider;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks how runs and providers end. */
final class EndChecks {
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(10);
    private static final int SHOWN_FRAMES = 4;

    private final Subject subject;

    EndChecks(Subject subject) {
        this.subject = subject;
    }

    /** A run that is cancelled before it begins, or half way, ends in time and writes nothing afterwards. */
    void cancelledRunEnds() throws InterruptedException {
        cancelledAfter(Duration.ZERO);
        Duration whole = uncancelled();
        cancelledAfter(whole.dividedBy(2));
    }

    private Duration uncancelled() throws InterruptedException {
        long start = System.nanoTime();
        new RunChecks(subject).generate(subject.terms().prompt(), sinks());
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void cancelledAfter(Duration time) throws InterruptedException {
        List<MemorySink> sinks = sinks();
        TestCancellation cancellation = new TestCancellation();
        if (time.isZero()) {
            cancellation.cancel();
        }
        Call<@Nullable Void> run = subject.start(subject.terms().prompt(), sinks, cancellation);
        if (!run.endsWithin(time) && !subject.stop(run, cancellation)) {
            throw subject.fault("generate(…) goes on although it was cancelled and interrupted; "
                    + subject.patience().wayToEnd());
        }
        sinks.forEach(MemorySink::end);
        run.failure().filter(Error.class::isInstance).ifPresent(error -> {
            throw subject.fault(
                    "generate(…) threw " + error + " when it was cancelled; throw CancellationException", error);
        });
        requireNothingLate(sinks);
    }

    /** What the run has left behind has some time to show that it still writes. */
    private void requireNothingLate(List<MemorySink> sinks) throws InterruptedException {
        subject.threads().leftAfter(subject.patience().estimate());
        for (MemorySink sink : sinks) {
            for (String fault : sink.lateFaults()) {
                throw subject.fault("Image " + sink.index() + " of a cancelled run " + fault);
            }
        }
    }

    /** A run whose image cannot be stored does not look like a success. */
    void failingSinkFailsTheRun() throws InterruptedException {
        FailingSink sink = new FailingSink();
        TestCancellation cancellation = new TestCancellation();
        Call<@Nullable Void> run = subject.start(subject.terms().prompt(), List.<ImageSink>of(sink), cancellation);
        subject.awaitEnd(run, cancellation, 1);
        if (run.failure().isEmpty()) {
            throw subject.fault("generate(…) returned although the image could not be stored; let the IOException of "
                    + "ImageSink.openStream() and of its stream pass");
        }
        Throwable failure = run.failure().get();
        if (failure instanceof Error) {
            throw subject.fault(
                    "generate(…) threw " + failure + " when the image could not be stored; let the IOException pass",
                    failure);
        }
    }

    /** While an image is being written, every other question is answered. */
    void answersDuringARun() throws InterruptedException {
        GatedSink sink = new GatedSink();
        TestCancellation cancellation = new TestCancellation();
        Call<@Nullable Void> run = subject.start(subject.terms().prompt(), List.<ImageSink>of(sink), cancellation);
        try {
            sink.awaitOpened(run, subject.terms().deadline());
            AnswerChecks answers = new AnswerChecks(subject);
            answers.id();
            answers.names();
            answers.expectedRuntimes();
            answers.bounds();
            answers.isReady();
        } finally {
            sink.open();
        }
        subject.awaitEnd(run, cancellation, 1);
    }

    /** A provider that was closed has ended all that it began. */
    void closingEndsEverything() throws InterruptedException {
        TextToImageProvider provider = subject.provider();
        new RunChecks(subject).generate(subject.terms().prompt(), MemorySink.sinks(1));
        for (String time : List.of("close()", "close() for the second time")) {
            subject.answer(time, () -> {
                provider.close();
                return "closed";
            });
        }
    }

    /** Nothing that a closed provider began goes on. */
    static void requireNoThreads(List<Thread> left) {
        if (!left.isEmpty()) {
            throw new org.opentest4j.AssertionFailedError("These threads go on after every provider was closed: "
                    + left.stream().map(EndChecks::describe).collect(Collectors.joining("; "))
                    + ". Have close() end what the provider started: shut executors down and wait for them, cancel "
                    + "timers, and give a java.net.http.HttpClient an executor of yours that you shut down too");
        }
    }

    static List<Thread> leftIn(CallThreads threads) throws InterruptedException {
        return threads.leftAfter(LAST_PATIENCE);
    }

    private static String describe(Thread thread) {
        return thread.getName()
                + Arrays.stream(thread.getStackTrace())
                        .limit(SHOWN_FRAMES)
                        .map(frame -> " at " + frame)
                        .collect(Collectors.joining());
    }

    private List<MemorySink> sinks() {
        return MemorySink.sinks(Math.max(1, Math.min(subject.provider().maxImagesPerCall(), 3)));
    }
}
