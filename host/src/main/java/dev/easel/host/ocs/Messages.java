package dev.easel.host.ocs;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Supplier;

/** Texts for people, in one language, which is asked for with the first text. For one thread at a time. */
final class Messages {
    static final String BUNDLE = "dev.easel.host.ocs.messages";
    private static final Set<String> WRITTEN_WITHOUT_SPACES = Set.of("ja", "zh");

    private final Supplier<Locale> choice;
    private Optional<Locale> chosen = Optional.empty();

    Messages(Supplier<Locale> choice) {
        this.choice = choice;
    }

    /** The language of the texts. */
    Locale language() {
        if (chosen.isEmpty()) {
            chosen = Optional.of(choice.get());
        }
        return chosen.get();
    }

    /**
     * Returns a text.
     *
     * @param key which text
     * @param values what its placeholders stand for; numbers are written in the language's way
     */
    String get(String key, Object... values) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                BUNDLE,
                language(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(bundle.getString(key), language()).format(values);
    }

    /** Joins whole sentences. */
    String join(List<String> sentences) {
        return String.join(WRITTEN_WITHOUT_SPACES.contains(language().getLanguage()) ? "" : " ", sentences);
    }
}
