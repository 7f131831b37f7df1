package dev.easel.diffusion;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The names that people see. */
final class ProviderName {
    private ProviderName() {}

    /** Returns a name for the model with this name; English where the language is not there. */
    static String of(String model, Locale locale) {
        Control english = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        String name = ResourceBundle.getBundle(
                        "dev.easel.diffusion.names", locale, ProviderName.class.getClassLoader(), english)
                .getString("provider.name");
        return model.equals("default") ? name : name + " " + model;
    }
}
