package dev.easel.host.provider;

import dev.easel.api.provider.TextToImageProvider;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of itself once, when it is loaded.
 *
 * @param id the provider's id, well-formed
 * @param slots at least 1
 * @param maxImagesPerCall at least 1
 * @param plugin its plugin
 */
record ProviderTraits(String id, int slots, int maxImagesPerCall, PluginIdentity plugin) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    /**
     * Asks a provider.
     *
     * @throws PluginFailure if it has no usable id
     */
    static ProviderTraits of(PluginObject<TextToImageProvider> provider, PluginIdentity plugin, Duration timeout)
            throws PluginFailure {
        String id = idOf(provider, timeout);
        ProviderLog log = new ProviderLog(id, plugin.id());
        int slots = atLeastOne("slots()", provider, TextToImageProvider::slots, timeout, log);
        int maxImages = atLeastOne("maxImagesPerCall()", provider, TextToImageProvider::maxImagesPerCall, timeout, log);
        return new ProviderTraits(id, slots, maxImages, plugin);
    }

    /** The same with as many slots as an administrator allows, if that is said. */
    ProviderTraits within(Map<String, Integer> allowed) {
        return new ProviderTraits(id, allowed.getOrDefault(id, slots), maxImagesPerCall, plugin);
    }

    private static String idOf(PluginObject<TextToImageProvider> provider, Duration timeout) throws PluginFailure {
        @Nullable String id = provider.ask(timeout, TextToImageProvider::id);
        if (id == null || !ID.matcher(id).matches()) {
            throw PluginFailure.because("is \"" + id + "\"; it must match " + ID);
        }
        return id;
    }

    private static int atLeastOne(
            String method,
            PluginObject<TextToImageProvider> provider,
            PluginObject.Use<TextToImageProvider, Integer> question,
            Duration timeout,
            ProviderLog log) {
        try {
            int answer = provider.ask(timeout, question);
            if (answer >= 1) {
                return answer;
            }
            log.badAnswer(method, "is " + answer + ", less than 1", 1);
        } catch (PluginFailure failure) {
            log.badAnswer(method, failure.problem(), 1);
        }
        return 1;
    }
}
