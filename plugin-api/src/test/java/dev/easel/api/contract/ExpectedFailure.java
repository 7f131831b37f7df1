package dev.easel.api.contract;

import dev.easel.api.plugin.PluginContext;
import dev.easel.api.provider.GenerationException.Kind;
import java.util.Objects;
import java.util.Optional;

/** A situation in which a run fails, and whose fault that is; immutable. */
public final class ExpectedFailure {
    private final String situation;
    private final Kind kind;
    private final Optional<String> prompt;
    private final Optional<PluginContext> context;

    private ExpectedFailure(String situation, Kind kind, Optional<String> prompt, Optional<PluginContext> context) {
        this.situation = Objects.requireNonNull(situation, "situation is null");
        this.kind = Objects.requireNonNull(kind, "kind is null");
        this.prompt = prompt;
        this.context = context;
    }

    /**
     * A prompt that the provider refuses, whoever sends it.
     *
     * @param situation what the test is called, such as {@code for a forbidden prompt}
     * @param prompt the prompt
     * @return a failure of kind {@link Kind#REQUEST}
     */
    public static ExpectedFailure ofPrompt(String situation, String prompt) {
        return new ExpectedFailure(situation, Kind.REQUEST, Optional.of(prompt), Optional.empty());
    }

    /**
     * A provider that cannot work as it is configured.
     *
     * @param situation what the test is called, such as {@code without a key}
     * @param kind the kind of the {@link dev.easel.api.provider.GenerationException} that every provider throws
     * @param context what the providers are made with, for example without a key, or with the address of a service that
     *     fails
     * @return a failure of that kind, whatever the prompt
     */
    public static ExpectedFailure in(String situation, Kind kind, PluginContext context) {
        return new ExpectedFailure(situation, kind, Optional.empty(), Optional.of(context));
    }

    String situation() {
        return situation;
    }

    Kind kind() {
        return kind;
    }

    Optional<String> prompt() {
        return prompt;
    }

    Optional<PluginContext> context() {
        return context;
    }
}
