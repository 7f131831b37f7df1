package dev.easel.host.provider;

import dev.easel.api.provider.Readiness;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which providers are preferred.
 *
 * <p>Those that the administrator lists, as listed; then {@code diffusion}, {@code openai}, others by id. The
 * {@code placeholder} serves only when it is listed or nothing else is configured, for it must not stand in silently
 * for a provider that fails.
 */
final class PreferenceOrder {
    private static final List<String> DEFAULT = List.of("diffusion", "openai");
    private static final String PLACEHOLDER = "placeholder";

    private final List<String> listed;

    /**
     * Makes one.
     *
     * @param listed the configured ids, the most preferred first; possibly empty
     */
    PreferenceOrder(List<String> listed) {
        this.listed = List.copyOf(listed);
    }

    /** Returns the providers that tasks may be given to, the most preferred first. */
    List<HostedProvider> arrange(Collection<? extends HostedProvider> providers) {
        boolean placeholderServes = listed.contains(PLACEHOLDER)
                || providers.stream()
                        .filter(provider -> !isPlaceholder(provider))
                        .noneMatch(PreferenceOrder::isConfigured);
        return providers.stream()
                .filter(provider -> placeholderServes || !isPlaceholder(provider))
                .<HostedProvider>map(provider -> provider)
                .sorted(Comparator.comparingInt(this::rank).thenComparing(HostedProvider::id))
                .toList();
    }

    /** Returns the listed ids that no provider has. */
    List<String> unknown(Collection<String> ids) {
        return listed.stream().filter(id -> !ids.contains(id)).toList();
    }

    private int rank(HostedProvider provider) {
        int inList = listed.indexOf(provider.id());
        if (inList >= 0) {
            return inList;
        }
        int inDefault = DEFAULT.indexOf(provider.id());
        if (inDefault >= 0) {
            return listed.size() + inDefault;
        }
        return listed.size() + DEFAULT.size() + (isPlaceholder(provider) ? 1 : 0);
    }

    private static boolean isPlaceholder(HostedProvider provider) {
        return provider.id().equals(PLACEHOLDER);
    }

    private static boolean isConfigured(HostedProvider provider) {
        return provider.readiness().state() != Readiness.State.NOT_CONFIGURED;
    }
}
