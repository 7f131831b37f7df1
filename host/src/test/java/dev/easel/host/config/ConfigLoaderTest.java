package dev.easel.host.config;

import dev.easel.host.logging.LogFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

final class ConfigLoaderTest {
    private static final Map<String, String> EVERY_VARIABLE = Map.ofEntries(
            Map.entry("EASEL_BIND", "0.0.0.0"),
            Map.entry("EASEL_PORT", "9090"),
            Map.entry("EASEL_DATA", "/srv/data"),
            Map.entry("EASEL_PLUGINS", "/srv/plugins"),
            Map.entry("EASEL_PLUGINS_TRUST", "signed"),
            Map.entry("EASEL_PLUGINS_PINS", "/srv/sums"),
            Map.entry("EASEL_PLUGINS_KEYSTORE", "/srv/keys.p12"),
            Map.entry("EASEL_PLUGINS_KEYSTORE_PASSWORD", "hunter3"),
            Map.entry("EASEL_PLUGINS_DRAIN", "90s"),
            Map.entry("EASEL_IMAGES", "/srv/images"),
            Map.entry("EASEL_DATABASE_URL", "jdbc:mariadb://db/easel"),
            Map.entry("EASEL_DATABASE_USER", "painter"),
            Map.entry("EASEL_DATABASE_PASSWORD", "hunter2"),
            Map.entry("EASEL_RUN_NOW_BUDGET", "500ms"),
            Map.entry("EASEL_MAX_IMAGES", "1000"),
            Map.entry("EASEL_RETENTION", "3d"),
            Map.entry("EASEL_RETRY_FOR", "5m"),
            Map.entry("EASEL_RUN_DEADLINE_FACTOR", "3"),
            Map.entry("EASEL_RUN_DEADLINE_MIN", "1m"),
            Map.entry("EASEL_RUN_DEADLINE_MAX", "2h"),
            Map.entry("EASEL_STOP_TIMEOUT", "60s"),
            Map.entry("EASEL_LEASE", "5s"),
            Map.entry("EASEL_TRUSTED_HOSTS", "easel.example.org, *.example.com"),
            Map.entry("EASEL_PROXIES_ADDRESSES", "10.0.0.0/8, fd00::/8"),
            Map.entry("EASEL_PROXIES_USER_HEADER", "X-Remote-User"),
            Map.entry("EASEL_CORS_ORIGINS", "https://app.example.org, http://localhost:3000"),
            Map.entry("EASEL_GUESTS", "false"),
            Map.entry("EASEL_LIMITS", "false"),
            Map.entry("EASEL_MAX_WAITING", "50"),
            Map.entry("EASEL_PROVIDERS_PREFERRED", "openai-fast, placeholder"),
            Map.entry("EASEL_PROVIDERS_FAILOVER", "true"),
            Map.entry("EASEL_PROVIDERS_SLOTS", "openai-fast=8, diffusion=1"),
            Map.entry("EASEL_LOG_FORMAT", "json"));

    private static final String EVERY_KEY = """
            bind = "0.0.0.0"
            port = 9090
            data = /srv/data
            plugins = /srv/plugins
            plugins { trust = signed, pins = /srv/sums, keystore = /srv/keys.p12, keystore-password = hunter3 }
            plugins.drain = 90s
            images = /srv/images
            database { url = "jdbc:mariadb://db/easel", user = painter, password = hunter2 }
            run-now-budget = 500ms
            max-images = 1000
            retention = 3 d
            retry-for = 5 minutes
            run-deadline { factor = 3, min = 1m, max = 2h }
            stop-timeout = 60s
            lease = 5s
            trusted-hosts = [Easel.example.org., "*.example.com"]
            proxies { addresses = ["10.0.0.0/8", "fd00::/8"], user-header = X-Remote-User }
            cors.origins = ["https://App.example.org:443", "http://localhost:3000"]
            guests = false
            limits = off
            max-waiting = 50
            providers { preferred = [openai-fast, placeholder], failover = true, slots = ["openai-fast = 8", "diffusion=1"] }
            log.format = json
            """;

    private final Path folder;
    private final ConfigFixture given;

    ConfigLoaderTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        given = new ConfigFixture(folder);
    }

    @Test
    void withoutAnythingSetTheDefaultsHold() throws Exception {
        assertEqualConfigs(defaults(), given.load());
    }

    @Test
    void everyKeyCanBeSetInTheFile() throws Exception {
        assertEqualConfigs(everythingDifferent(), given.file(EVERY_KEY).load());
    }

    @Test
    void everyKeyCanBeSetInTheEnvironment() throws Exception {
        EVERY_VARIABLE.forEach(given::environment);
        assertEqualConfigs(everythingDifferent(), given.load());
        assertEquals(
                Keys.ALL.stream().map(Key::environment).sorted().toList(),
                EVERY_VARIABLE.keySet().stream().sorted().toList());
    }

    @Test
    void everyOptionSetsItsKey() throws Exception {
        EaselConfig config = given.option("--bind", "::1")
                .option("--port", "0")
                .option("--data", "/o/data")
                .option("--plugins", "/o/plugins")
                .load();
        assertEquals(new EaselConfig.Listen("::1", 0), config.listen());
        assertEquals(
                new EaselConfig.Folders(Path.of("/o/data"), Path.of("/o/plugins"), Path.of("/o/data/images")),
                config.folders());
    }

    @Test
    void theEnvironmentOverridesTheFileAndOptionsOverrideBoth() throws Exception {
        given.file("port = 1, max-images = 1, retention = 1h")
                .environment("EASEL_PORT", "2")
                .environment("EASEL_MAX_IMAGES", "2")
                .option("--port", "3");
        EaselConfig config = given.load();
        assertEquals(3, config.listen().port());
        assertEquals(2, config.tasks().maxImages());
        assertEquals(Duration.ofHours(1), config.tasks().retention());
    }

    @Test
    void relativePathsStartFromWhereTheyWereGiven() throws Exception {
        EaselConfig config = given.file("data = d, plugins = p")
                .environment("EASEL_IMAGES", "i")
                .option("--plugins", "../q")
                .load();
        assertEquals(
                new EaselConfig.Folders(given.home.resolve("d"), folder.resolve("q"), given.workingFolder.resolve("i")),
                config.folders());
    }

    @Test
    void aNamedFileTakesThePlaceOfTheDistributions() throws Exception {
        given.file("port = 1");
        Files.writeString(given.workingFolder.resolve("my.conf"), "limits = false");
        EaselConfig config = new ConfigLoader(given.home, given.workingFolder, Map.of())
                .load(Optional.of(Path.of("my.conf")), Map.of())
                .config();
        assertFalse(config.access().limits());
        assertEquals(8080, config.listen().port());
    }

    @Test
    void aNamedFileThatIsMissingIsAFault() {
        ConfigLoader loader = new ConfigLoader(given.home, given.workingFolder, Map.of());
        ConfigurationException fault = assertThrows(
                ConfigurationException.class, () -> loader.load(Optional.of(Path.of("my.conf")), Map.of()));
        assertEquals(
                List.of("The configuration file " + given.workingFolder.resolve("my.conf")
                        + " (option --config) does not exist."),
                fault.faults());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "::1", "[::1]", "0:0:0:0:0:0:0:1", "localhost"})
    void guestsAreServedOnALoopbackAddress(String bind) throws Exception {
        assertTrue(given.environment("EASEL_BIND", bind).load().access().guests());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.168.1.4", "easel.example.org", "127.0.0.1.example.org"})
    void onOtherAddressesGuestsMustBeDecidedOn(String bind) throws Exception {
        given.environment("EASEL_BIND", bind);
        assertEquals(
                List.of("guests is not set, and bind is " + bind + ", which other machines may reach; set guests"
                        + " (or EASEL_GUESTS) to true to serve callers without credentials, or to false."),
                given.faults());
        assertTrue(given.environment("EASEL_GUESTS", "true").load().access().guests());
    }

    @Test
    void anIpv6AddressLosesItsBrackets() throws Exception {
        assertEquals("::1", given.option("--bind", "[::1]").load().listen().bind());
    }

    @Test
    void thePluginsFolderAndTheKeysBelowItsNameMayBothBeSet() throws Exception {
        EaselConfig config = given.file("plugins = /p\nplugins.drain = 1s\nplugins.trust = any")
                .load();
        assertEquals(Path.of("/p"), config.folders().plugins());
        assertEquals(Duration.ofSeconds(1), config.pluginPolicy().drain());
        given.file("plugins.drain = 1s");
        assertEquals(given.home.resolve("plugins"), given.load().folders().plugins());
    }

    @Test
    void keysThatThePluginsFolderWouldHideAreFaults() throws Exception {
        List<String> faults = given.file("plugins.trust = signed\nplugins = /p").faults();
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(
                faults.get(0).endsWith("comes after plugins.trust, which it would replace; write plugins first."),
                faults::toString);
    }

    @Test
    void unknownKeysBelowThePluginsFolderAreFaults() throws Exception {
        List<String> faults = given.file("plugins = /p\nplugins.trsut = any").faults();
        assertTrue(faults.get(0).contains("did you mean plugins.trust?"), faults::toString);
    }

    @Test
    void trustThatLacksWhatItIsBasedOnIsAFault() throws Exception {
        assertEquals(
                List.of("plugins.pins is not set, and plugins.trust is pinned; set plugins.pins (or EASEL_PLUGINS_PINS)"
                        + " to the file of the sums of the jars, as sha256sum writes them."),
                given.file("plugins.trust = pinned").faults());
        assertEquals(1, given.file("plugins.trust = signed").faults().size());
    }

    private EaselConfig defaults() {
        return new EaselConfig(
                new EaselConfig.Listen("127.0.0.1", 8080),
                new EaselConfig.Folders(
                        given.home.resolve("data"), given.home.resolve("plugins"), given.home.resolve("data/images")),
                new EaselConfig.Database(Optional.empty(), "", new Secret("")),
                new EaselConfig.Tasks(
                        Duration.ofSeconds(30),
                        12,
                        Duration.ofDays(7),
                        Duration.ofHours(1),
                        EaselConfig.RunDeadline.DEFAULT,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20)),
                EaselConfig.Http.DEFAULT,
                new EaselConfig.Access(true, true, 1000),
                new EaselConfig.Providers(List.of(), false, Map.of()),
                LogFormat.TEXT,
                EaselConfig.PluginPolicy.DEFAULT,
                NoPlugins.INSTANCE);
    }

    private static EaselConfig everythingDifferent() {
        return new EaselConfig(
                new EaselConfig.Listen("0.0.0.0", 9090),
                new EaselConfig.Folders(Path.of("/srv/data"), Path.of("/srv/plugins"), Path.of("/srv/images")),
                new EaselConfig.Database(Optional.of("jdbc:mariadb://db/easel"), "painter", new Secret("hunter2")),
                new EaselConfig.Tasks(
                        Duration.ofMillis(500),
                        1000,
                        Duration.ofDays(3),
                        Duration.ofMinutes(5),
                        new EaselConfig.RunDeadline(3, Duration.ofMinutes(1), Duration.ofHours(2)),
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(5)),
                new EaselConfig.Http(
                        List.of("easel.example.org", "*.example.com"),
                        new EaselConfig.Proxies(
                                Stream.of("10.0.0.0/8", "fd00::/8")
                                        .flatMap(block -> AddressBlock.parse(block).stream())
                                        .toList(),
                                Optional.of("X-Remote-User")),
                        List.of("https://app.example.org", "http://localhost:3000")),
                new EaselConfig.Access(false, false, 50),
                new EaselConfig.Providers(
                        List.of("openai-fast", "placeholder"), true, Map.of("openai-fast", 8, "diffusion", 1)),
                LogFormat.JSON,
                new EaselConfig.PluginPolicy(
                        EaselConfig.Trust.SIGNED,
                        Optional.of(Path.of("/srv/sums")),
                        Optional.of(Path.of("/srv/keys.p12")),
                        new Secret("hunter3"),
                        Duration.ofSeconds(90)),
                NoPlugins.INSTANCE);
    }

    /** Compares everything but what is configured for plugins. */
    static void assertEqualConfigs(EaselConfig expected, EaselConfig actual) {
        assertEquals(NoPlugins.in(expected), NoPlugins.in(actual));
    }
}
