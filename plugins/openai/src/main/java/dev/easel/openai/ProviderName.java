package dev.easel.openai;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The names that people see. */
final class ProviderName {
    private ProviderName() {}

    /** Returns a name for the service with this name, in a language or else in English. */
    static String of(String service, Locale locale) {
        Control english = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        ResourceBundle names = ResourceBundle.getBundle(
                "dev.easel.openai.names", locale, ProviderName.class.getClassLoader(), english);
        return service.equals("default")
                ? names.getString("service.default")
                : new MessageFormat(names.getString("service.named"), locale).format(new Object[] {service});
    }
}
