package dev.easel.api.contract;

import dev.easel.api.plugin.PluginContext;
import dev.easel.api.provider.GenerationException.Kind;
import java.util.Objects;
import java.util.Optional;

/**
 * A situation in which a run fails, and whose fault that is; immutable.
 *
 * @param situation what the test is called, such as {@code without a key}
 * @param kind the kind of the {@link dev.easel.api.provider.GenerationException} that the provider throws
 * @param prompt the prompt that brings the failure about; that of the {@link ContractTerms} if empty
 * @param context what the provider is made with; that of {@link ProviderContract#context} if empty
 */
public record ExpectedFailure(String situation, Kind kind, Optional<String> prompt, Optional<PluginContext> context) {

    /** Checks that nothing is missing. */
    public ExpectedFailure {
        Objects.requireNonNull(situation, "situation is null");
        Objects.requireNonNull(kind, "kind is null");
        Objects.requireNonNull(prompt, "prompt is null");
        Objects.requireNonNull(context, "context is null");
    }

    /**
     * A prompt that the provider refuses, whoever sends it.
     *
     * @param situation what the test is called
     * @param prompt the prompt
     * @return a failure of kind {@link Kind#REQUEST}
     */
    public static ExpectedFailure ofPrompt(String situation, String prompt) {
        return new ExpectedFailure(situation, Kind.REQUEST, Optional.of(prompt), Optional.empty());
    }

    /**
     * A provider that cannot work as it is configured.
     *
     * @param situation what the test is called
     * @param kind whose fault the failure is
     * @param context what the provider is made with, for example without a key, or with the address of a service that
     *     fails
     * @return a failure of that kind
     */
    public static ExpectedFailure in(String situation, Kind kind, PluginContext context) {
        return new ExpectedFailure(situation, kind, Optional.empty(), Optional.of(context));
    }
}
