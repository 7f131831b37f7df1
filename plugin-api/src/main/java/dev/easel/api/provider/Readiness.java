package dev.easel.api.provider;

import java.util.List;

/**
 * Whether a provider can work, and if not, why.
 *
 * @param state one of three states
 * @param reasons for an administrator, in English, each a sentence that says what to do; empty if and only if the
 *     provider is ready
 */
public record Readiness(State state, List<String> reasons) {
    private static final Readiness READY = new Readiness(State.READY, List.of());

    /** What a provider can say of itself. */
    public enum State {
        /** It can make images. */
        READY,
        /** It lacks configuration that only an administrator can give. */
        NOT_CONFIGURED,
        /** It is configured but cannot work now, for example because its key was refused or its model is missing. */
        NOT_READY
    }

    /**
     * Checks that reasons are given exactly where they are needed.
     *
     * @throws IllegalArgumentException if a ready provider gives reasons or another gives none
     */
    public Readiness {
        reasons = List.copyOf(reasons);
        if ((state == State.READY) != reasons.isEmpty()) {
            throw new IllegalArgumentException(
                    "A provider gives reasons if and only if it is not ready; state " + state + ", reasons " + reasons);
        }
    }

    /**
     * The provider can make images.
     *
     * @return a readiness without reasons
     */
    public static Readiness ready() {
        return READY;
    }

    /**
     * The provider lacks configuration.
     *
     * @param reasons what to configure, at least one
     * @return a readiness with these reasons
     */
    public static Readiness notConfigured(String... reasons) {
        return new Readiness(State.NOT_CONFIGURED, List.of(reasons));
    }

    /**
     * The provider is configured but cannot work now.
     *
     * @param reasons what is wrong, at least one
     * @return a readiness with these reasons
     */
    public static Readiness notReady(String... reasons) {
        return new Readiness(State.NOT_READY, List.of(reasons));
    }

    /**
     * Tells whether the provider can make images.
     *
     * @return true if it can
     */
    public boolean isReady() {
        return state == State.READY;
    }
}
