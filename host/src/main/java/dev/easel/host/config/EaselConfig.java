package dev.easel.host.config;

import dev.easel.host.logging.LogFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole configuration, checked; immutable. All paths are absolute.
 *
 * @param listen where the server listens
 * @param folders where files lie
 * @param database where tasks are stored
 * @param tasks how tasks are treated
 * @param http which hosts, proxies and web pages are trusted
 * @param access who may call, and how often
 * @param providers which providers are preferred
 * @param logFormat how log events are written
 * @param pluginPolicy which plugin jars are let in, and how they are let out
 * @param plugins what is configured for plugins
 */
public record EaselConfig(
        Listen listen,
        Folders folders,
        Database database,
        Tasks tasks,
        Http http,
        Access access,
        Providers providers,
        LogFormat logFormat,
        PluginPolicy pluginPolicy,
        PluginConfigurations plugins) {

    /**
     * Where the server listens.
     *
     * @param bind an address or host name
     * @param port 0 to 65535; 0 takes a free one
     */
    public record Listen(String bind, int port) {}

    /**
     * Where files lie.
     *
     * @param data the folder of everything that Easel writes
     * @param plugins the folder that plugin jars are dropped into
     * @param images the folder of images
     */
    public record Folders(Path data, Path plugins, Path images) {}

    /**
     * Where tasks are stored.
     *
     * @param url a JDBC URL of MariaDB; empty for the embedded database in the data folder
     * @param user the database user, possibly empty
     * @param password the database password, possibly empty
     */
    public record Database(Optional<String> url, String user, Secret password) {

        /** Leaves out the URL too, which may carry a password. */
        @Override
        public String toString() {
            return "Database[url=" + (url.isPresent() ? "(set)" : "(embedded)") + ", user=" + user + "]";
        }
    }

    /**
     * How tasks are treated.
     *
     * @param runNowBudget how long a request may take at most, positive
     * @param maxImages how many images one task may want, at least 1
     * @param retention how long tasks are kept after their last change, positive
     * @param retryFor for how long a failing provider is tried again, not negative
     * @param runDeadline when a run is given up
     * @param stopTimeout how long requests and runs may go on when the host stops, not negative
     * @param lease how long a host may be silent before others take up what it runs, at least 2 seconds
     */
    public record Tasks(
            Duration runNowBudget,
            int maxImages,
            Duration retention,
            Duration retryFor,
            RunDeadline runDeadline,
            Duration stopTimeout,
            Duration lease) {}

    /**
     * When a run is given up.
     *
     * @param factor after how many times the runtime that nine of ten such runs are expected to stay below, at least 1
     * @param min but not before this, positive
     * @param max and not after this, at least {@code min}
     */
    public record RunDeadline(int factor, Duration min, Duration max) {

        /** What holds where nothing else is configured: ten times, 5 minutes to 6 hours. */
        public static final RunDeadline DEFAULT = new RunDeadline(10, Duration.ofMinutes(5), Duration.ofHours(6));
    }

    /**
     * Which hosts, proxies and web pages are trusted.
     *
     * @param trustedHosts by which names requests may call this host, besides those of the loopback and the address
     *     that it listens on: in lower case, without port and final dot; with {@code *.} before it, all names below it
     * @param proxies which reverse proxies are believed
     * @param corsOrigins of which origins pages may read the answers, as browsers write them; {@code *} stands for all,
     *     without the browser's credentials
     */
    public record Http(List<String> trustedHosts, Proxies proxies, List<String> corsOrigins) {

        /** What holds where nothing else is configured: none. */
        public static final Http DEFAULT = new Http(List.of(), new Proxies(List.of(), Optional.empty()), List.of());
    }

    /**
     * Which reverse proxies are believed.
     *
     * @param addresses where they are
     * @param userHeader the name of the header in which they say who is logged in; empty if they don't
     */
    public record Proxies(List<AddressBlock> addresses, Optional<String> userHeader) {}

    /**
     * Who may call, and how often.
     *
     * @param guests whether callers without credentials are served
     * @param limits whether calls are limited
     * @param maxWaiting how many requests may wait for their images at once, not negative
     */
    public record Access(boolean guests, boolean limits, int maxWaiting) {}

    /** Which plugin jars are trusted. */
    public enum Trust {
        /** All that lie in the folder. */
        ANY,
        /** Those whose SHA-256 is listed. */
        PINNED,
        /** Those that are signed by a known certificate. */
        SIGNED
    }

    /**
     * Which plugin jars are let in, and how they are let out.
     *
     * @param trust which jars are trusted
     * @param pins the file of SHA-256 sums; present where jars are pinned
     * @param keystore the key store of the signers' certificates; present where jars are signed
     * @param keystorePassword its password, possibly empty
     * @param drain how long the runs of a replaced or removed plugin may go on, not negative
     */
    public record PluginPolicy(
            Trust trust, Optional<Path> pins, Optional<Path> keystore, Secret keystorePassword, Duration drain) {

        /** What holds where nothing else is configured: any jar, 5 minutes. */
        public static final PluginPolicy DEFAULT =
                new PluginPolicy(Trust.ANY, Optional.empty(), Optional.empty(), new Secret(""), Duration.ofMinutes(5));
    }

    /**
     * Which providers are preferred, and how much they do at once.
     *
     * @param preferred provider ids, the most preferred first; empty for the default order
     * @param failover whether another provider is tried when one fails
     * @param slots how many runs at once there may be on this host, by provider id; others have as many as they say
     */
    public record Providers(List<String> preferred, boolean failover, Map<String, Integer> slots) {}
}
