package dev.easel.api.contract;

import dev.easel.api.provider.GenerationException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks how a provider fails where it is expected to. */
final class FailureChecks {
    private final Subject subject;
    private final ExpectedFailure expected;
    private final String prompt;

    FailureChecks(Subject subject, ExpectedFailure expected) {
        this.subject = subject;
        this.expected = expected;
        prompt = expected.prompt().orElse(subject.terms().prompt());
    }

    /** The run fails as it was said, and everything else works. */
    void failsAsExpected() throws InterruptedException {
        AnswerChecks answers = new AnswerChecks(subject);
        answers.id();
        answers.names();
        answers.expectedRuntimes();
        answers.bounds();
        answers.saysHowReadyItIs();
        run();
        answers.saysHowReadyItIs();
    }

    private void run() throws InterruptedException {
        TestCancellation cancellation = new TestCancellation();
        Call<@Nullable Void> run = subject.start(prompt, List.of(new MemorySink(0)), cancellation);
        subject.awaitEnd(run, cancellation, 1);
        if (run.failure().isEmpty()) {
            throw subject.fault("generate(…) returned " + expected.situation()
                    + "; throw a GenerationException of kind " + expected.kind() + " with " + factory());
        }
        requireKind(run.failure().get());
    }

    private void requireKind(Throwable thrown) {
        if (!RunChecks.isOfKind(expected.kind(), thrown)) {
            String kind = thrown instanceof GenerationException failure ? " of kind " + failure.kind() : "";
            throw subject.fault(
                    "generate(…) threw " + thrown + kind + " " + expected.situation()
                            + "; throw a GenerationException of kind " + expected.kind() + " with " + factory(),
                    thrown);
        }
        String message = String.valueOf(thrown.getMessage());
        if (message.isBlank() || message.equals("null")) {
            throw subject.fault(
                    "The GenerationException " + expected.situation()
                            + " has no message; say what failed and what to do",
                    thrown);
        }
        if (message.contains(prompt)) {
            throw subject.fault(
                    "The message of the GenerationException " + expected.situation()
                            + " repeats the prompt, which may be private; leave it out",
                    thrown);
        }
    }

    private String factory() {
        return switch (expected.kind()) {
            case REQUEST -> "GenerationException.requestAtFault(…): trying again would not help";
            case PROVIDER -> "GenerationException.providerAtFault(…): the host tries again later";
            case LACKING -> "GenerationException.lacking(…): the host waits until readiness() says ready";
        };
    }
}
