package dev.easel.api.contract;

import java.time.Duration;

/** What the contract test has to know of a provider; immutable. */
public final class ContractTerms {
    private final String prompt;
    private final Duration deadline;
    private final boolean repeatable;

    private ContractTerms(String prompt, Duration deadline, boolean repeatable) {
        this.prompt = prompt;
        this.deadline = deadline;
        this.repeatable = repeatable;
    }

    /**
     * Returns what fits most providers.
     *
     * @return an everyday prompt, 1 minute, and images that may differ from run to run
     */
    public static ContractTerms usual() {
        return new ContractTerms("a red fox in the snow", Duration.ofMinutes(1), false);
    }

    /**
     * Returns these terms with another prompt.
     *
     * @param newPrompt a prompt that the provider serves, not blank; the test adds words of its own to it
     * @return new terms
     * @throws IllegalArgumentException if it is blank
     */
    public ContractTerms withPrompt(String newPrompt) {
        if (newPrompt.isBlank()) {
            throw new IllegalArgumentException("The prompt is blank; name one that the provider serves");
        }
        return new ContractTerms(newPrompt, deadline, repeatable);
    }

    /**
     * Returns these terms with another deadline.
     *
     * @param newDeadline how long one run of the test may take, positive; the host's own deadline, ten times
     *     {@code expectedRuntime(images)} and at least 5 minutes, bounds it
     * @return new terms
     * @throws IllegalArgumentException if it is not positive
     */
    public ContractTerms withDeadline(Duration newDeadline) {
        if (newDeadline.isNegative() || newDeadline.isZero()) {
            throw new IllegalArgumentException("The deadline is " + newDeadline + "; it must be positive");
        }
        return new ContractTerms(prompt, newDeadline, repeatable);
    }

    /**
     * Returns these terms for a provider that repeats itself: then the test can tell that the right image came into the
     * right sink.
     *
     * @return new terms, by which the same prompt and index give the same bytes at every run
     */
    public ContractTerms withRepeatableImages() {
        return new ContractTerms(prompt, deadline, true);
    }

    String prompt() {
        return prompt;
    }

    Duration deadline() {
        return deadline;
    }

    boolean repeatable() {
        return repeatable;
    }
}
