package dev.easel.host.config;

import dev.easel.host.config.EaselConfig.Trust;
import dev.easel.host.logging.LogFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every key of the configuration, in the order of the file; the one place that knows names, defaults and checks. */
final class Keys {
    static final Key<String> BIND = new Key<>("bind", Addresses.TYPE, "127.0.0.1");
    static final Key<Integer> PORT = new Key<>("port", ValueTypes.integer(0, 65_535), "8080");
    static final Key<Path> DATA = new Key<>("data", ValueTypes.path(), "data");
    static final Key<Path> PLUGINS = new Key<>("plugins", ValueTypes.path(), "plugins");
    static final Key<Trust> PLUGINS_TRUST = new Key<>("plugins.trust", ValueTypes.oneOf(Trust.class), "any");
    /** Empty unless the jars are pinned. */
    static final Key<Optional<Path>> PLUGINS_PINS =
            new Key<>("plugins.pins", ValueTypes.path().orEmpty(), "");
    /** Empty unless the jars are signed. */
    static final Key<Optional<Path>> PLUGINS_KEYSTORE =
            new Key<>("plugins.keystore", ValueTypes.path().orEmpty(), "");

    static final Key<Secret> PLUGINS_KEYSTORE_PASSWORD =
            new Key<>("plugins.keystore-password", ValueTypes.secret(), "");
    static final Key<Duration> PLUGINS_DRAIN = new Key<>("plugins.drain", ValueTypes.duration(), "5m");
    /** Empty stands for {@code images} in the data folder. */
    static final Key<Optional<Path>> IMAGES =
            new Key<>("images", ValueTypes.path().orEmpty(), "");

    /** Empty stands for the embedded database. */
    static final Key<Optional<String>> DATABASE_URL = new Key<>(
            "database.url",
            ValueTypes.text("a URL that starts with jdbc:mariadb:", url -> url.startsWith("jdbc:mariadb:"))
                    .orEmpty(),
            "");

    static final Key<String> DATABASE_USER = new Key<>("database.user", ValueTypes.text(), "");
    static final Key<Secret> DATABASE_PASSWORD = new Key<>("database.password", ValueTypes.secret(), "");
    static final Key<Duration> RUN_NOW_BUDGET = new Key<>("run-now-budget", ValueTypes.positiveDuration(), "30s");
    static final Key<Integer> MAX_IMAGES = new Key<>("max-images", ValueTypes.integer(1, 1000), "12");
    static final Key<Duration> RETENTION = new Key<>("retention", ValueTypes.positiveDuration(), "7d");
    static final Key<Duration> RETRY_FOR = new Key<>("retry-for", ValueTypes.duration(), "1h");
    static final Key<Integer> RUN_DEADLINE_FACTOR = new Key<>("run-deadline.factor", ValueTypes.integer(1, 1000), "10");
    static final Key<Duration> RUN_DEADLINE_MIN = new Key<>("run-deadline.min", ValueTypes.positiveDuration(), "5m");
    static final Key<Duration> RUN_DEADLINE_MAX = new Key<>("run-deadline.max", ValueTypes.positiveDuration(), "6h");
    static final Key<Duration> STOP_TIMEOUT = new Key<>("stop-timeout", ValueTypes.duration(), "10s");
    static final Key<Duration> LEASE = new Key<>("lease", ValueTypes.durationFrom(Duration.ofSeconds(2)), "20s");
    /** Empty stands for true on a loopback address; elsewhere it must be set. */
    static final Key<Optional<Boolean>> GUESTS =
            new Key<>("guests", ValueTypes.bool().orEmpty(), "");

    static final Key<List<String>> TRUSTED_HOSTS = new Key<>("trusted-hosts", HttpTypes.HOSTS, "");
    static final Key<List<AddressBlock>> PROXIES_ADDRESSES = new Key<>("proxies.addresses", HttpTypes.BLOCKS, "");
    /** Empty stands for no header: proxies name no users. */
    static final Key<Optional<String>> PROXIES_USER_HEADER =
            new Key<>("proxies.user-header", HttpTypes.HEADER.orEmpty(), "");

    static final Key<List<String>> CORS_ORIGINS = new Key<>("cors.origins", HttpTypes.ORIGINS, "");
    static final Key<Boolean> LIMITS = new Key<>("limits", ValueTypes.bool(), "true");
    static final Key<Integer> MAX_WAITING = new Key<>("max-waiting", ValueTypes.integer(0, 100_000), "1000");
    static final Key<List<String>> PROVIDERS_PREFERRED = new Key<>(
            "providers.preferred",
            ValueTypes.strings("a list of provider ids", id -> id.matches(ValueTypes.PROVIDER_ID)),
            "");
    static final Key<Boolean> PROVIDERS_FAILOVER = new Key<>("providers.failover", ValueTypes.bool(), "false");
    static final Key<Map<String, Integer>> PROVIDERS_SLOTS = new Key<>("providers.slots", ValueTypes.slots(), "");

    static final Key<LogFormat> LOG_FORMAT = new Key<>("log.format", ValueTypes.oneOf(LogFormat.class), "text");

    static final List<Key<?>> ALL = List.of(
            BIND,
            PORT,
            DATA,
            PLUGINS,
            PLUGINS_TRUST,
            PLUGINS_PINS,
            PLUGINS_KEYSTORE,
            PLUGINS_KEYSTORE_PASSWORD,
            PLUGINS_DRAIN,
            IMAGES,
            DATABASE_URL,
            DATABASE_USER,
            DATABASE_PASSWORD,
            RUN_NOW_BUDGET,
            MAX_IMAGES,
            RETENTION,
            RETRY_FOR,
            RUN_DEADLINE_FACTOR,
            RUN_DEADLINE_MIN,
            RUN_DEADLINE_MAX,
            STOP_TIMEOUT,
            LEASE,
            TRUSTED_HOSTS,
            PROXIES_ADDRESSES,
            PROXIES_USER_HEADER,
            CORS_ORIGINS,
            GUESTS,
            LIMITS,
            MAX_WAITING,
            PROVIDERS_PREFERRED,
            PROVIDERS_FAILOVER,
            PROVIDERS_SLOTS,
            LOG_FORMAT);

    /** The keys that an option of the command line sets, by option. */
    static final Map<String, Key<?>> BY_OPTION =
            Map.of("--bind", BIND, "--port", PORT, "--data", DATA, "--plugins", PLUGINS);

    private Keys() {}
}
