package dev.easel.host.config;

import com.typesafe.config.ConfigFactory;
import dev.easel.api.plugin.PluginConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

final class PluginSectionsTest {
    private static final String DECLARED = """
            palette = warm
            title = ""
            size = 512
            scale = 1.5
            framed = true
            timeout = 90s
            colours = [red, blue]
            grid { rows = 2 }
            services { "*" { url = "", key = "", api-key = "", limits { rate = 5 } } }
            """;

    private final ConfigFixture given;

    PluginSectionsTest(@TempDir Path folder) throws IOException {
        given = new ConfigFixture(folder).plugin("painter", DECLARED);
    }

    @Test
    void whatIsNotSetHasItsDeclaredDefault() throws Exception {
        PluginConfiguration painter = painter();
        assertEquals("warm", painter.string("palette"));
        assertEquals("", painter.string("title"));
        assertEquals(512, painter.integer("size"));
        assertEquals(1.5, painter.number("scale"));
        assertTrue(painter.bool("framed"));
        assertEquals(Duration.ofSeconds(90), painter.duration("timeout"));
        assertEquals(List.of("red", "blue"), painter.strings("colours"));
        assertEquals(2, painter.integer("grid.rows"));
        assertTrue(painter.sections("services").isEmpty());
    }

    @Test
    void theFileSetsEveryKindOfKey() throws Exception {
        given.file("""
                plugin.painter {
                  palette = cold, title = 5, size = 8, scale = 2, framed = false, timeout = 5 minutes
                  colours = [green], grid.rows = 3
                  services { acme { url = "http://a" }, "b.c" { limits.rate = 9 } }
                }
                """);
        PluginConfiguration painter = painter();
        assertEquals("cold", painter.string("palette"));
        assertEquals("5", painter.string("title"));
        assertEquals(8, painter.integer("size"));
        assertEquals(2.0, painter.number("scale"));
        assertFalse(painter.bool("framed"));
        assertEquals(Duration.ofMinutes(5), painter.duration("timeout"));
        assertEquals(List.of("green"), painter.strings("colours"));
        assertEquals(3, painter.integer("grid.rows"));
        assertEquals(Set.of("acme", "b.c"), painter.sections("services").keySet());
        assertEquals("http://a", service(painter, "acme").string("url"));
        assertEquals(5, service(painter, "acme").integer("limits.rate"));
        assertEquals(9, service(painter, "b.c").integer("limits.rate"));
    }

    @Test
    void theEnvironmentOverridesTheFile() throws Exception {
        given.file("plugin.painter { palette = cold, grid.rows = 3, services.my_acme.url = x }")
                .environment("EASEL_PLUGIN_PAINTER_PALETTE", "grey")
                .environment("EASEL_PLUGIN_PAINTER_GRID_ROWS", "4")
                .environment("EASEL_PLUGIN_PAINTER_COLOURS", "a, b")
                .environment("EASEL_PLUGIN_PAINTER_SERVICES_MY_ACME_KEY", "k")
                .environment("EASEL_PLUGIN_PAINTER_SERVICES_NEW_ONE_API_KEY", "n")
                .environment("EASEL_PLUGIN_PAINTER_SERVICES_NEW_ONE_LIMITS_RATE", "1");
        PluginConfiguration painter = painter();
        assertEquals("grey", painter.string("palette"));
        assertEquals(4, painter.integer("grid.rows"));
        assertEquals(List.of("a", "b"), painter.strings("colours"));
        assertEquals(Set.of("my_acme", "new-one"), painter.sections("services").keySet());
        assertEquals("x", service(painter, "my_acme").string("url"));
        assertEquals("k", service(painter, "my_acme").string("key"));
        assertEquals("n", service(painter, "new-one").string("api-key"));
        assertEquals("", service(painter, "new-one").string("key"));
        assertEquals(1, service(painter, "new-one").integer("limits.rate"));
    }

    @Test
    void aVariableGoesToTheSectionThatTheFileNames() throws Exception {
        given.file("plugin.painter.services.acme_api.url = x")
                .environment("EASEL_PLUGIN_PAINTER_SERVICES_ACME_API_KEY", "k");
        PluginConfiguration painter = painter();
        assertEquals(Set.of("acme_api"), painter.sections("services").keySet());
        assertEquals("k", service(painter, "acme_api").string("key"));
    }

    @Test
    void aVariableBelongsToThePluginWithTheLongestFittingId() throws Exception {
        given.plugin("painter-pro", "size = 1").environment("EASEL_PLUGIN_PAINTER_PRO_SIZE", "2");
        EaselConfig config = given.load();
        assertEquals(
                2,
                config.plugins()
                        .of("painter-pro", ConfigFactory.parseString("size = 1"))
                        .integer("size"));
    }

    @Test
    void everyUndeclaredKeyAndIllTypedValueIsAFault() throws Exception {
        Path file = given.home.resolve("conf/easel.conf");
        given.file("""
                        plugin.painter.size = big
                        plugin.painter.timeout = 5
                        plugin.painter.framed = [true]
                        plugin.painter.grid = 4
                        plugin.painter.grd.rows = 4
                        plugin.painter.services.acme.ulr = x
                        plugin.painter.services.broken = x
                        """).environment("EASEL_PLUGIN_PAINTER_PALLETE", "x");
        List<String> faults = given.faults().stream()
                .map(fault -> fault.replace(file.toString(), "FILE"))
                .sorted()
                .toList();
        assertEquals(
                List.of(
                        "EASEL_PLUGIN_PAINTER_PALLETE is not a known environment variable;"
                                + " did you mean EASEL_PLUGIN_PAINTER_PALETTE?",
                        "plugin.painter.framed (FILE:3) is [true]; it must be true or false.",
                        "plugin.painter.grd (FILE:5) is not a known key; did you mean plugin.painter.grid?",
                        "plugin.painter.grid (FILE:4) is a single value; it must be a section.",
                        "plugin.painter.services.acme.ulr (FILE:6) is not a known key;"
                                + " did you mean plugin.painter.services.acme.url?",
                        "plugin.painter.services.broken (FILE:7) is a single value; it must be a section.",
                        "plugin.painter.size (FILE:1) is \"big\"; it must be a whole number.",
                        "plugin.painter.timeout (FILE:2) is \"5\"; it must be a duration such as 500ms, 30s, 1h or 7d."),
                faults);
    }

    @Test
    void whatIsSetForPluginsThatAreNotInstalledIsOnlyAWarning() throws Exception {
        given.file("plugin.sculptor.size = 5").environment("EASEL_PLUGIN_SCULPTOR_SIZE", "5");
        assertEquals(
                List.of(
                        "plugin.sculptor (" + given.home.resolve("conf/easel.conf")
                                + ":1) has no effect: no plugin sculptor is installed; installed are [painter]."
                                + " An id with a dot in it needs quotes.",
                        "The environment variable EASEL_PLUGIN_SCULPTOR_SIZE has no effect: it names no installed plugin;"
                                + " installed are [painter]."),
                given.loaded().warnings());
    }

    @Test
    void jarsThatCannotBeReadAreLeftToWhoeverLoadsThem() throws Exception {
        Files.writeString(given.home.resolve("plugins/broken.jar"), "not a jar");
        given.plugin("malformed", "size = {").plugin("odd", "size = null, x { \"*\" = 1 }");
        assertEquals(List.of(), given.loaded().warnings());
    }

    @Test
    void noJarMakesTheHostReadAnotherFile() throws Exception {
        Path secret = Files.writeString(given.home.resolve("secret.conf"), "size = 1");
        given.plugin("nosy", "include file(\"" + secret + "\")").file("plugin.nosy.other = 2");
        // Were the file read, "other" would be no key that the plugin declares.
        assertEquals(List.of(), given.loaded().warnings());
    }

    @Test
    void aPluginThatDeclaresNonsenseIsRefusedWhenItAsks() throws Exception {
        PluginConfigurations plugins = given.load().plugins();
        ConfigurationException refused = assertThrows(
                ConfigurationException.class,
                () -> plugins.of("odd", ConfigFactory.parseString("size = [[1]], x { \"*\" = 1 }")));
        assertEquals(2, refused.faults().size(), refused::getMessage);
    }

    @Test
    void aPluginInstalledLaterGetsItsSectionToo() throws Exception {
        given.file("plugin.late.size = 7");
        PluginConfiguration late = given.load().plugins().of("late", ConfigFactory.parseString("size = 1"));
        assertEquals(7, late.integer("size"));
    }

    @Test
    void askingForAnUndeclaredKeyOrTypeIsAFaultOfThePlugin() throws Exception {
        PluginConfiguration painter = painter();
        assertThrows(IllegalArgumentException.class, () -> painter.string("size"));
        assertThrows(IllegalArgumentException.class, () -> painter.integer("sise"));
        assertThrows(IllegalArgumentException.class, () -> painter.duration("palette"));
    }

    private PluginConfiguration painter() throws ConfigurationException {
        return given.load().plugins().of("painter", ConfigFactory.parseString(DECLARED));
    }

    private static PluginConfiguration service(PluginConfiguration plugin, String name) {
        return java.util.Objects.requireNonNull(plugin.sections("services").get(name));
    }
}
