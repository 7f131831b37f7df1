package dev.easel.host.config;

import dev.easel.host.config.EaselConfig.Trust;
import java.util.Locale;
import java.util.Optional;

/** What must be configured besides the kind of trust. */
final class TrustRules {
    private TrustRules() {}

    static void check(Settings settings, Faults faults) {
        Trust trust = settings.get(Keys.PLUGINS_TRUST);
        if (trust == Trust.PINNED) {
            require(Keys.PLUGINS_PINS, "the file of the sums of the jars, as sha256sum writes them", settings, faults);
        }
        if (trust == Trust.SIGNED) {
            require(Keys.PLUGINS_KEYSTORE, "the key store with the certificates of the signers", settings, faults);
        }
    }

    private static <T> void require(Key<Optional<T>> key, String what, Settings settings, Faults faults) {
        if (settings.get(key).isEmpty() && !settings.isRefused(key)) {
            faults.add("%s is not set, and plugins.trust is %s; set %s (or %s) to %s."
                    .formatted(
                            key.name(),
                            settings.get(Keys.PLUGINS_TRUST).name().toLowerCase(Locale.ROOT),
                            key.name(),
                            key.environment(),
                            what));
        }
    }
}
