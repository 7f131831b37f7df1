package dev.easel.host.ocs;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Texts for people, in one language. */
final class Messages {
    private final ResourceBundle bundle;

    Messages(Locale locale) {
        bundle = ResourceBundle.getBundle(
                "dev.easel.host.ocs.messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * Returns a text.
     *
     * @param key which text
     * @param values what its placeholders stand for; numbers are written in the language's way
     */
    String get(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(values);
    }
}
