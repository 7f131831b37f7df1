package dev.easel.host.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

final class ConfigFaultsTest {
    private final ConfigFixture given;
    private final Path file;

    ConfigFaultsTest(@TempDir Path folder) throws IOException {
        given = new ConfigFixture(folder);
        file = given.home.resolve("conf/easel.conf");
    }

    @Test
    void allFaultsOfAllSourcesAreReportedAtOnce() throws Exception {
        given.file("prot = 1\nmax-images = 0\n\ndatabase { url = \"jdbc:h2:mem\" }\nplugin.painter { pallette = red }")
                .plugin("painter", "palette = warm")
                .environment("EASEL_RETENTION", "forever")
                .environment("EASEL_BND", "::1")
                .option("--port", "65536");
        assertEquals(
                List.of(
                        "prot (" + file + ":1) is not a known key; did you mean port?",
                        "max-images (" + file + ":2) is \"0\"; it must be a whole number from 1 to 1000.",
                        "database.url (" + file
                                + ":4) is \"jdbc:h2:mem\"; it must be a URL that starts with jdbc:mariadb:, or empty.",
                        "EASEL_BND is not a known environment variable; did you mean EASEL_BIND?",
                        "retention (environment variable EASEL_RETENTION) is \"forever\"; it must be a duration longer"
                                + " than 0, such as 500ms, 30s, 1h or 7d.",
                        "port (option --port) is \"65536\"; it must be a whole number from 0 to 65535.",
                        "plugin.painter.pallette (" + file
                                + ":5) is not a known key; did you mean plugin.painter.palette?"),
                given.faults());
    }

    @ParameterizedTest
    @CsvSource({
        "databse.url, database.url",
        "providers.prefered, providers.preferred",
        "run_now_budget, run-now-budget",
        "maximages, max-images",
        "prefered, providers.preferred"
    })
    void unknownKeysNameTheNearestKnownOne(String unknown, String nearest) throws Exception {
        given.file(unknown + " = x");
        assertEquals(
                List.of(unknown + " (" + file + ":1) is not a known key; did you mean " + nearest + "?"),
                given.faults());
    }

    @ParameterizedTest
    @CsvSource({
        "EASEL_PORT, -1",
        "EASEL_PORT, 80.5",
        "EASEL_PORT, ''",
        "EASEL_BIND, ''",
        "EASEL_BIND, http://localhost",
        "EASEL_BIND, 127.0.0.1:8080",
        "EASEL_BIND, 256.0.0.1",
        "EASEL_DATA, ''",
        "EASEL_RUN_NOW_BUDGET, 30",
        "EASEL_RUN_NOW_BUDGET, 0s",
        "EASEL_RUN_NOW_BUDGET, -1s",
        "EASEL_RETENTION, 7 parsecs",
        "EASEL_RETRY_FOR, -1h",
        "EASEL_RUN_DEADLINE_FACTOR, 0",
        "EASEL_RUN_DEADLINE_MIN, 0s",
        "EASEL_STOP_TIMEOUT, soon",
        "EASEL_LIMITS, maybe",
        "EASEL_MAX_IMAGES, 1001",
        "EASEL_PROVIDERS_PREFERRED, Open AI",
        "EASEL_TRUSTED_HOSTS, *",
        "EASEL_TRUSTED_HOSTS, http://easel.example.org",
        "EASEL_TRUSTED_HOSTS, easel.example.org:8080",
        "EASEL_TRUSTED_HOSTS, a.*.example.org",
        "EASEL_PROXIES_ADDRESSES, nginx",
        "EASEL_PROXIES_ADDRESSES, 0.0.0.0/0",
        "EASEL_PROXIES_ADDRESSES, '127.0.0.1, 10.0.0.0/33'",
        "EASEL_PROXIES_USER_HEADER, X Remote User",
        "EASEL_PROXIES_USER_HEADER, 'X-Remote-User:'",
        "EASEL_CORS_ORIGINS, app.example.org",
        "EASEL_CORS_ORIGINS, https://app.example.org/",
        "EASEL_CORS_ORIGINS, https://*.example.org",
        "EASEL_CORS_ORIGINS, null",
        "EASEL_PROVIDERS_SLOTS, openai",
        "EASEL_PROVIDERS_SLOTS, openai=0",
        "EASEL_PROVIDERS_SLOTS, 'openai=1,openai=2'"
    })
    void valuesThatAreNotAllowedAreFaults(String variable, String value) {
        List<String> faults = given.environment(variable, value).faults();
        assertEquals(1, faults.size(), faults::toString);
        String expected = "(environment variable " + variable + ") is \"" + value + "\"; it must be ";
        assertTrue(faults.get(0).contains(expected), faults::toString);
    }

    @Test
    void aWrongAnswerOnGuestsIsOneFault() throws Exception {
        List<String> faults = given.file("bind = \"0.0.0.0\", guests = maybe").faults();
        assertEquals(List.of("guests (" + file + ":1) is \"maybe\"; it must be true or false, or empty."), faults);
    }

    @Test
    void anEmptyAnswerOnGuestsIsNone() throws Exception {
        List<String> faults = given.file("bind = \"0.0.0.0\", guests = \"\"").faults();
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.get(0).startsWith("guests is not set"), faults::toString);
    }

    @Test
    void aHeaderThatNamesUsersNeedsAProxyThatWritesIt() throws Exception {
        assertEquals(
                List.of(
                        "proxies.user-header is X-Remote-User, and proxies.addresses is not set, so that nobody may name"
                                + " users; set proxies.addresses (or EASEL_PROXIES_ADDRESSES) to the addresses of the proxies."),
                given.file("proxies.user-header = X-Remote-User").faults());
        assertEquals(
                1,
                given.file("proxies { user-header = X-User, addresses = [nginx] }")
                        .faults()
                        .size());
    }

    @Test
    void theEarliestDeadlineOfARunMustNotBeAfterTheLatest() throws Exception {
        List<String> faults = given.file("run-deadline { min = 2h, max = 1h }").faults();
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.get(0).contains("run-deadline.min is 7200000 ms"), faults::toString);
    }

    @Test
    void aLeaseTooShortForAHeartbeatIsRefused() throws Exception {
        List<String> faults = given.environment("EASEL_LEASE", "1999ms").faults();
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.get(0).contains("1999ms") && faults.get(0).contains("at least 2s"), faults::toString);
    }

    @Test
    void retryForMayBeZero() throws Exception {
        assertTrue(given.environment("EASEL_RETRY_FOR", "0s")
                .load()
                .tasks()
                .retryFor()
                .isZero());
    }

    @Test
    void aSectionIsNoValueAndAValueIsNoSection() throws Exception {
        given.file("port { number = 1 }\nplugin = 5");
        assertEquals(
                List.of(
                        "port (" + file
                                + ":1) is a section or a nested list; it must be a whole number from 0 to 65535.",
                        "plugin (" + file
                                + ":2) is a single value; it must be a section, with the keys of a plugin in it."),
                given.faults());
    }

    @Test
    void aMalformedFileIsReportedBesideTheOtherFaults() throws Exception {
        List<String> faults =
                given.file("port = 1\nbind = {").option("--port", "x").faults();
        assertEquals(2, faults.size(), faults::toString);
        assertTrue(
                faults.get(0).startsWith("The configuration file " + file + " is not valid HOCON near line 2"),
                faults::toString);
    }

    @Test
    void variablesOfTheLauncherAreNoFaults() throws Exception {
        given.environment("EASEL_HOME", "/x")
                .environment("EASEL_JAVA_OPTS", "-Xmx1g")
                .load();
    }

    @Test
    void secretsAreNeverPrinted() throws Exception {
        given.file("database { pasword = hunter2, password = [hunter2, {}]\n url = \"mysql://joe:hunter2@db\" }\n"
                        + "plugin.painter { api-key = {a = hunter2}, token-count = hunter2 }")
                .plugin("painter", "api-key = \"\", token-count = 5");
        List<String> faults = given.faults();
        assertEquals(5, faults.size(), faults::toString);
        assertFalse(faults.toString().contains("hunter2"), faults::toString);
    }

    @Test
    void theParsersMessageDoesNotPrintASecret() throws Exception {
        List<String> faults =
                given.file("database.password = \"hunter2\" { } ] hunter3").faults();
        assertEquals(List.of("The configuration file " + file + " is not valid HOCON near line 1."), faults);
    }

    @Test
    void aLoadedConfigurationPrintsNoSecrets() throws Exception {
        given.file(
                        "database.password = hunter2, database.url = \"jdbc:mariadb://db/?password=hunter2\", plugin.painter.api-key = hunter2")
                .plugin("painter", "api-key = \"\"");
        assertFalse(given.loaded().toString().contains("hunter2"));
    }
}
