package dev.easel.api.contract;

import dev.easel.api.provider.GenerationException;
import dev.easel.api.provider.GenerationException.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Checks what a provider writes. */
final class RunChecks {
    private static final int MOST_IMAGES = 3;
    private static final int MOST_RUNS_AT_ONCE = 4;
    /** The longest prompt; a half of a surrogate pair with control characters; several scripts and directions. */
    private static final List<String> ODD_PROMPTS = List.of(
            "fox ".repeat(16_000),
            "\uD83D \u0000\u0007 %s ${x} <b> \\ \"'",
            "\u0642\u0637\u0629 \u05D7\u05EA\u05D5\u05DC \u732B \uD83E\uDD8A \u202E fox");

    private final Subject subject;

    RunChecks(Subject subject) {
        this.subject = subject;
    }

    /** Each sink of a run gets one real image. */
    void everySinkGetsAnImage() throws InterruptedException {
        generate(subject.terms().prompt(), MemorySink.sinks(mostImages()));
    }

    /** A task that is split over several calls goes on counting. */
    void anImageDependsOnItsIndexAndNotOnTheCall() throws InterruptedException {
        String prompt = subject.terms().prompt();
        List<MemorySink> later = List.of(new MemorySink(1));
        generate(prompt, later);
        if (subject.terms().repeatable() && mostImages() > 1) {
            List<MemorySink> together = MemorySink.sinks(2);
            generate(prompt, together);
            requireSame(
                    together.subList(1, 2),
                    later,
                    "depends on the call that makes it, not on ImageSink.index(); "
                            + "derive what differs between images from index()");
        }
    }

    /** As many runs as there are slots don't disturb each other. */
    void runsAtOnceDoNotMix() throws InterruptedException {
        int runs = Math.max(1, Math.min(subject.provider().slots(), MOST_RUNS_AT_ONCE));
        List<List<MemorySink>> alone = allSinks(runs);
        if (subject.terms().repeatable()) {
            for (int i = 0; i < runs; i++) {
                generate(prompt(i), alone.get(i));
            }
        }
        List<List<MemorySink>> together = generateAtOnce(allSinks(runs));
        if (subject.terms().repeatable()) {
            for (int i = 0; i < runs; i++) {
                requireSame(
                        alone.get(i),
                        together.get(i),
                        "is another one when " + runs + " runs are under way at "
                                + "once; keep what belongs to a run in local variables, or return 1 from slots()");
            }
        }
    }

    /** A prompt may hold any characters. */
    void oddPromptsGiveImagesOrAreRefused() throws InterruptedException {
        for (String prompt : ODD_PROMPTS) {
            List<MemorySink> sinks = MemorySink.sinks(1);
            Call<@Nullable Void> run = run(prompt, sinks);
            if (run.failure().isEmpty()) {
                requireImages(sinks);
            } else if (!isOfKind(Kind.REQUEST, run.failure().get())) {
                throw subject.fault(
                        "generate(…) threw " + run.failure().get() + " for a prompt of " + prompt.length()
                                + " characters; make an image, or throw GenerationException.requestAtFault(…)",
                        run.failure().get());
            }
        }
    }

    static boolean isOfKind(Kind kind, Throwable thrown) {
        return thrown instanceof GenerationException failure && failure.kind() == kind;
    }

    /** Generates and checks every image. */
    void generate(String prompt, List<MemorySink> sinks) throws InterruptedException {
        requireSuccess(run(prompt, sinks));
        requireImages(sinks);
    }

    private Call<@Nullable Void> run(String prompt, List<MemorySink> sinks) throws InterruptedException {
        TestCancellation cancellation = new TestCancellation();
        Call<@Nullable Void> run = subject.start(prompt, sinks, cancellation);
        subject.awaitEnd(run, cancellation, sinks.size());
        sinks.forEach(MemorySink::end);
        return run;
    }

    private List<List<MemorySink>> generateAtOnce(List<List<MemorySink>> sinks) throws InterruptedException {
        List<TestCancellation> cancellations =
                sinks.stream().map(run -> new TestCancellation()).toList();
        List<Call<@Nullable Void>> calls = new ArrayList<>();
        for (int i = 0; i < sinks.size(); i++) {
            calls.add(subject.start(prompt(i), sinks.get(i), cancellations.get(i)));
        }
        for (int i = 0; i < calls.size(); i++) {
            subject.awaitEnd(calls.get(i), cancellations.get(i), sinks.get(i).size());
            requireSuccess(calls.get(i));
            requireImages(sinks.get(i));
        }
        return sinks;
    }

    private void requireSuccess(Call<?> run) {
        if (run.failure().isPresent()) {
            throw subject.fault(
                    "generate(…) threw " + run.failure().get() + "; the test's provider has to make images: name a "
                            + "prompt that it serves in terms(), and give it what it needs in context(…)",
                    run.failure().get());
        }
    }

    private void requireImages(List<MemorySink> sinks) {
        List<String> faults = new ArrayList<>();
        sinks.forEach(sink -> sink.faults().forEach(fault -> faults.add("Image " + sink.index() + " " + fault)));
        if (!faults.isEmpty()) {
            throw subject.fault(String.join("; ", faults));
        }
    }

    private void requireSame(List<MemorySink> expected, List<MemorySink> actual, String fault) {
        for (int i = 0; i < expected.size(); i++) {
            if (!Arrays.equals(expected.get(i).image(), actual.get(i).image())) {
                throw subject.fault("Image " + actual.get(i).index() + " " + fault);
            }
        }
    }

    private String prompt(int run) {
        return subject.terms().prompt() + ", number " + run;
    }

    private List<List<MemorySink>> allSinks(int runs) {
        return IntStream.range(0, runs)
                .mapToObj(run -> MemorySink.sinks(Math.min(2, mostImages())))
                .toList();
    }

    private int mostImages() {
        return Math.max(1, Math.min(subject.provider().maxImagesPerCall(), MOST_IMAGES));
    }
}
