package dev.easel.api.contract;

import java.time.Duration;
import java.util.Objects;

/**
 * What the contract test has to know of a provider; immutable.
 *
 * @param prompt a prompt that the provider serves; the test adds words of its own to it
 * @param deadline how long one run of the test may take; the host's own deadline, ten times
 *     {@code expectedRuntime(images)} and at least 5 minutes, bounds it
 * @param repeatable whether the same prompt and index give the same bytes at every run; then the test can tell that the
 *     right image came into the right sink
 */
public record ContractTerms(String prompt, Duration deadline, boolean repeatable) {

    /**
     * Checks that there are a prompt and some time.
     *
     * @throws IllegalArgumentException if the prompt is blank or the deadline not positive
     */
    public ContractTerms {
        Objects.requireNonNull(deadline, "deadline is null");
        if (prompt.isBlank()) {
            throw new IllegalArgumentException("prompt is blank; name one that the provider serves");
        }
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("deadline is " + deadline + "; it must be positive");
        }
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
     * @param newPrompt a prompt that the provider serves, not blank
     * @return new terms
     * @throws IllegalArgumentException if it is blank
     */
    public ContractTerms withPrompt(String newPrompt) {
        return new ContractTerms(newPrompt, deadline, repeatable);
    }

    /**
     * Returns these terms with another deadline.
     *
     * @param newDeadline how long one run may take, positive
     * @return new terms
     * @throws IllegalArgumentException if it is not positive
     */
    public ContractTerms withDeadline(Duration newDeadline) {
        return new ContractTerms(prompt, newDeadline, repeatable);
    }

    /**
     * Returns these terms for a provider that repeats itself.
     *
     * @return new terms, by which the same prompt and index give the same bytes
     */
    public ContractTerms withRepeatableImages() {
        return new ContractTerms(prompt, deadline, true);
    }
}
