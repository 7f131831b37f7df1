package dev.easel.api.contract;

import dev.easel.api.provider.Cancellation;
import dev.easel.api.provider.GenerationRequest;
import dev.easel.api.provider.ImageSink;
import dev.easel.api.provider.TextToImageProvider;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/** One provider that is tested, called as a host calls it. */
final class Subject {
    private final TextToImageProvider provider;
    private final CallThreads threads;
    private final ContractTerms terms;
    private final HostPatience patience;

    Subject(TextToImageProvider provider, CallThreads threads, ContractTerms terms, HostPatience patience) {
        this.provider = provider;
        this.threads = threads;
        this.terms = terms;
        this.patience = patience;
    }

    TextToImageProvider provider() {
        return provider;
    }

    CallThreads threads() {
        return threads;
    }

    ContractTerms terms() {
        return terms;
    }

    HostPatience patience() {
        return patience;
    }

    /** Asks for a short answer, which must come in time. */
    <T extends @Nullable Object> T answer(String question, Callable<T> body) throws InterruptedException {
        return answer(question, patience.answer(), body);
    }

    /** Asks for an answer, which must come in time. */
    <T extends @Nullable Object> T answer(String question, Duration limit, Callable<T> body)
            throws InterruptedException {
        return ended(question, limit, threads.start(body)).result();
    }

    /** Starts a run and leaves it running. */
    Call<@Nullable Void> start(String prompt, List<? extends ImageSink> sinks, Cancellation cancellation) {
        GenerationRequest request =
                GenerationRequest.forPrompt(prompt).cancellation(cancellation).build();
        return threads.start(() -> {
            provider.generate(request, List.<ImageSink>copyOf(sinks));
            return null;
        });
    }

    /** Waits until a run has ended, well or not; one that is too late is stopped and fails the test. */
    void awaitEnd(Call<?> run, TestCancellation cancellation, int images) throws InterruptedException {
        Duration deadline = deadline(images);
        if (!run.endsWithin(deadline)) {
            boolean stopped = stop(run, cancellation);
            throw fault("generate(…) for " + images + " images has not ended after " + deadline.toMillis()
                    + " ms; if it takes that long, say so in terms() with withDeadline(…), and in expectedRuntime(…)"
                    + (stopped ? "" : ". It cannot be stopped either: " + patience.wayToEnd()));
        }
    }

    /** Tells a run to end as a host does, and tells whether it did. */
    boolean stop(Call<?> run, TestCancellation cancellation) throws InterruptedException {
        cancellation.cancel();
        if (run.endsWithin(patience.grace())) {
            return true;
        }
        run.interrupt();
        return run.endsWithin(patience.grace());
    }

    /** Makes what is thrown when the provider breaks the contract. */
    AssertionFailedError fault(String what) {
        return new AssertionFailedError(provider.getClass().getName() + ": " + what);
    }

    /** Makes what is thrown when the provider breaks the contract by throwing something. */
    AssertionFailedError fault(String what, Throwable cause) {
        return new AssertionFailedError(provider.getClass().getName() + ": " + what, cause);
    }

    private Duration deadline(int images) throws InterruptedException {
        @Nullable
        Duration expected =
                answer("expectedRuntime(" + images + ")", patience.estimate(), () -> provider.expectedRuntime(images));
        Duration hosts = patience.deadline(expected == null ? Duration.ZERO : expected);
        return hosts.compareTo(terms.deadline()) < 0 ? hosts : terms.deadline();
    }

    private <T extends @Nullable Object> Call<T> ended(String question, Duration limit, Call<T> call)
            throws InterruptedException {
        if (!call.endsWithin(limit)) {
            call.interrupt();
            throw fault(question + " has not answered after " + limit.toMillis()
                    + " ms; answer from memory, and do what takes longer in generate(…) or on a thread of your own");
        }
        if (call.failure().isPresent()) {
            Throwable thrown = call.failure().get();
            throw fault(question + " threw " + thrown + "; it must answer whatever the provider lacks", thrown);
        }
        return call;
    }
}
