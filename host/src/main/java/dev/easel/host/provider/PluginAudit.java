package dev.easel.host.provider;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each jar that is loaded, refused or unloaded, under a name of its own, with the jar's SHA-256. */
final class PluginAudit {
    private static final Logger LOGGER = LoggerFactory.getLogger("dev.easel.host.audit");

    private PluginAudit() {}

    static void loaded(VerifiedJar jar) {
        log("loaded", jar.identity(), jar);
    }

    static void unloaded(VerifiedJar jar) {
        log("unloaded", jar.identity(), jar);
    }

    static void refused(String fileName, Optional<String> sha256) {
        LOGGER.info("refused jar={} sha256={}", fileName, sha256.orElse("unknown"));
    }

    private static void log(String what, PluginIdentity plugin, VerifiedJar jar) {
        LOGGER.info(
                "{} plugin={} version={} jar={} sha256={}",
                what,
                plugin.id(),
                plugin.version(),
                jar.fileName(),
                jar.staged().sha256());
    }
}
