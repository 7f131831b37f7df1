package dev.easel.host.provider;

import dev.easel.api.provider.TextToImageProvider;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a provider says of itself while it is loaded, made safe; safe for use by several threads. */
final class ProviderAnswers {
    /** What a provider that cannot say is taken to need: too long for any client to wait. */
    static final Duration UNKNOWN_RUNTIME = Duration.ofMinutes(10);

    private static final Duration MAX_RUNTIME = Duration.ofDays(1);
    private static final int MAX_NAME = 200;
    private static final int MAX_REMEMBERED = 256;

    private final String id;
    private final ProviderLog log;
    private final Question runtimeQuestion;
    private final Question nameQuestion;
    private final Map<Integer, Duration> runtimes = new ConcurrentHashMap<>();
    private final Map<Locale, String> names = new ConcurrentHashMap<>();

    ProviderAnswers(String id, PluginObject<TextToImageProvider> provider, ProviderLog log, ProviderTimings timings) {
        this.id = id;
        this.log = log;
        runtimeQuestion = new Question(provider, timings.estimate());
        nameQuestion = new Question(provider, timings.estimate());
    }

    /** Asks for the runtime; a provider without a good answer is taken at its last good one. */
    Duration runtime(int images) {
        Duration fallback = runtimes.getOrDefault(images, UNKNOWN_RUNTIME);
        try {
            @Nullable Duration answer = runtimeQuestion.ask(provider -> provider.expectedRuntime(images));
            if (answer == null || answer.isZero() || answer.isNegative()) {
                log.badAnswer("expectedRuntime(" + images + ")", "is " + answer + ", not positive", fallback);
                return fallback;
            }
            return remembered(runtimes, images, answer.compareTo(MAX_RUNTIME) < 0 ? answer : MAX_RUNTIME);
        } catch (PluginFailure failure) {
            log.badAnswer("expectedRuntime(" + images + ")", failure.problem(), fallback);
            return fallback;
        }
    }

    /** Asks for the name once for each language; a provider without a good answer is called by its id. */
    String name(Locale locale) {
        @Nullable String known = names.get(locale);
        return known != null ? known : askName(locale);
    }

    private String askName(Locale locale) {
        try {
            @Nullable String answer = nameQuestion.ask(provider -> provider.name(locale));
            if (answer == null || answer.isBlank() || answer.length() > MAX_NAME) {
                log.badAnswer("name()", "is null, blank or longer than " + MAX_NAME + " characters", id);
                return remembered(names, locale, id);
            }
            return remembered(names, locale, answer.strip());
        } catch (PluginFailure failure) {
            log.badAnswer("name()", failure.problem(), id);
            return id;
        }
    }

    /** Remembers no more than so many answers, as callers choose what is asked. */
    private static <K, V> V remembered(Map<K, V> answers, K key, V answer) {
        if (answers.size() < MAX_REMEMBERED) {
            answers.put(key, answer);
        } else {
            answers.replace(key, answer);
        }
        return answer;
    }
}
