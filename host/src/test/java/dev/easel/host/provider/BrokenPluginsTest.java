package dev.easel.host.provider;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BrokenPluginsTest {
    private static final String FACTORY = """
            package zoo;

            import dev.easel.api.plugin.*;
            import dev.easel.api.provider.*;
            import java.util.*;
            import org.pf4j.Extension;

            @Extension
            public class Factory implements ProviderFactory {
                static class Made extends Base {
                    Made(PluginContext context, String id) { super(context, id); }
                }

                @Override
                public List<TextToImageProvider> create(PluginContext context) { %s }
            }
            """;
    private static final String BOOT = """
            package zoo;

            public class Boot extends org.pf4j.Plugin {
                @Override public void start() { %s }
            }
            """;

    private PluginHostBench bench;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        bench = new PluginHostBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** A plugin that cannot be loaded, and a part of the reason that is to be given. */
    private record Broken(String name, TestPluginJar jar, String reason) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Broken> brokenPlugins() {
        return Stream.of(
                new Broken("no id", good("bad").manifest("Plugin-Id", ""), "has no Plugin-Id"),
                new Broken("no index", good("bad").without("META-INF/extensions.idx"), "<proc>full</proc>"),
                new Broken("class missing", good("bad").without("zoo/GoodProvider.class"), "is not in the jar"),
                new Broken(
                        "superclass missing", good("bad").without("zoo/Base.class"), "NoClassDefFoundError: zoo/Base"),
                new Broken("other API", good("bad").manifest("Plugin-Requires", ">=9.0.0"), "requires version"),
                new Broken("configuration ill-formed", good("bad").resource("plugin.conf", "{"), "not valid HOCON"),
                throwing(
                        "exception", "throw new IllegalStateException(\"no luck\");", "IllegalStateException: no luck"),
                throwing("error", "throw new AssertionError(\"never\");", "AssertionError: never"),
                throwing(
                        "out of memory",
                        "long[][] all = new long[9][]; for (int i = 0; ; i++)"
                                + " all[i % 9] = new long[Integer.MAX_VALUE - 8];",
                        "OutOfMemoryError"),
                throwing("linkage", "throw new NoSuchMethodError(\"gone\");", "NoSuchMethodError: gone"),
                throwing(
                        "unprintable",
                        "throw new RuntimeException() {"
                                + " @Override public String getMessage() { throw new Error(); } };",
                        "which cannot be printed"),
                new Broken(
                        "endless recursion",
                        provider("int f(int i) { return f(i + 1) + 1; } { f(0); }"),
                        "StackOverflowError"),
                new Broken(
                        "static initializer",
                        provider("static int x = Integer.parseInt(\"x\");"),
                        "NumberFormatException"),
                new Broken("no fitting constructor", withoutConstructor(), "must be public, not abstract"),
                new Broken("id ill-formed", good("Bad_Id", "bad"), "is \"Bad_Id\"; it must match"),
                new Broken(
                        "id null",
                        provider("@Override public String id() { return null; }"),
                        "is \"null\"; it must match"),
                new Broken(
                        "id throws", provider("@Override public String id() { throw new Error(\"who?\"); }"), "who?"),
                new Broken("id taken", good("good", "bad"), "\"good\" is that of a provider of plugin good"),
                factory("returns null", "return null;", "returned null"),
                factory("holds null", "return Arrays.asList((TextToImageProvider) null);", "with null in it"),
                factory("throws", "throw new Error(\"closed today\");", "closed today"),
                factory("twice", "return List.of(new Made(context, \"x\"), new Made(context, \"x\"));", "used twice"),
                boot("throws", "throw new IllegalStateException(\"flat\");", "IllegalStateException: flat"),
                boot("overflows", "start();", "StackOverflowError"),
                new Broken(
                        "plugin class is none",
                        good("bad").manifest("Plugin-Class", "zoo.Base"),
                        "must extend org.pf4j.Plugin"));
    }

    private static TestPluginJar good(String id) {
        return good(id, id);
    }

    private static TestPluginJar good(String providerId, String pluginId) {
        return TestPluginJar.of(pluginId).provider("GoodProvider", providerId, "");
    }

    private static TestPluginJar provider(String members) {
        return TestPluginJar.of("bad").provider("BadProvider", "bad", members);
    }

    private static Broken throwing(String name, String statement, String reason) {
        return new Broken("constructor: " + name, provider("{ if (true) { " + statement + " } }"), reason);
    }

    private static TestPluginJar withoutConstructor() {
        String source = ZooSources.provider("Odd", "odd", "").replace("public Odd(PluginContext", "Odd(PluginContext");
        return TestPluginJar.of("bad").source("zoo.Base", ZooSources.BASE).source("zoo.Odd", source);
    }

    private static Broken factory(String name, String statement, String reason) {
        TestPluginJar jar = TestPluginJar.of("bad")
                .source("zoo.Base", ZooSources.BASE)
                .source("zoo.Factory", FACTORY.formatted(statement));
        return new Broken("factory: " + name, jar, reason);
    }

    private static Broken boot(String name, String statement, String reason) {
        TestPluginJar jar =
                good("bad").source("zoo.Boot", BOOT.formatted(statement)).manifest("Plugin-Class", "zoo.Boot");
        return new Broken("start: " + name, jar, reason);
    }

    @ParameterizedTest
    @MethodSource("brokenPlugins")
    void aBrokenPluginIsReportedWithItsReasonAndAGoodOneServes(Broken broken) throws Exception {
        bench.drop("z-bad", broken.jar()).dropGood("good").start();

        PluginStatus status = bench.status("z-bad.jar");

        assertEquals(PluginStatus.State.FAILED, status.state());
        assertEquals(1, status.reasons().size(), status::toString);
        assertTrue(status.reasons().get(0).contains(broken.reason()), status::toString);
        assertEquals("a fox", bench.run("good", "a fox"));
        assertEquals(1, bench.host().providers().size());
    }

    @Test
    void everyFaultOfAPluginIsReported() throws Exception {
        bench.drop(
                "bad",
                provider("{ if (true) throw new Error(\"first\"); }")
                        .provider("OtherProvider", "Other", "")
                        .source("zoo.Boot", BOOT.formatted("throw new IllegalStateException(\"zeroth\");"))
                        .manifest("Plugin-Class", "zoo.Boot"));
        bench.start();

        String reasons = String.join("\n", bench.status("bad.jar").reasons());

        assertEquals(3, bench.status("bad.jar").reasons().size(), reasons);
        assertTrue(reasons.contains("zeroth") && reasons.contains("first") && reasons.contains("\"Other\""), reasons);
    }

    @Test
    void whatARefusedPluginHadMadeIsClosed() throws Exception {
        bench.drop("bad", provider("{ if (true) throw new Error(); }").provider("AProvider", "fine", ""))
                .start();

        assertEquals(PluginStatus.State.FAILED, bench.status("bad.jar").state());
        assertEquals(List.of("closed fine"), bench.journal.reports());
    }

    @Test
    void aConstructorThatHangsIsGivenUp() throws Exception {
        bench.loadingWithin(Duration.ofMillis(1500))
                .drop(
                        "bad",
                        provider("{ try { Thread.sleep(600_000); } catch (InterruptedException e) {"
                                + " report(\"interrupted\"); } }"))
                .dropGood("good")
                .start();

        assertEquals(
                List.of("Extension zoo.BadProvider did not answer within 1500 ms."),
                bench.status("bad.jar").reasons());
        assertEquals(List.of("interrupted"), bench.journal.reports());
        assertEquals("a fox", bench.run("good", "a fox"));
    }

    @Test
    void faultsInTheConfigurationOfAPluginAreItsReasons() throws Exception {
        bench.misconfigured("plugin.good.sise is unknown; did you mean plugin.good.size?", "Second fault.")
                .dropGood("good")
                .start();

        assertEquals(
                List.of("plugin.good.sise is unknown; did you mean plugin.good.size?", "Second fault."),
                bench.status("good.jar").reasons());
    }

    @Test
    void aFileThatIsNoJarIsReported() throws Exception {
        Files.writeString(bench.plugins.resolve("rubbish.jar"), "rubbish");
        bench.dropGood("good").start();

        PluginStatus status = bench.status("rubbish.jar");

        assertEquals(PluginStatus.State.FAILED, status.state());
        assertEquals(PluginHostBench.NOW, status.since());
        assertEquals(Optional.empty(), status.pluginId());
        assertEquals("a fox", bench.run("good", "a fox"));
    }

    @Test
    void ofTwoVersionsTheHigherIsLoaded() throws Exception {
        bench.drop("a", good("good").version("1.9.0"))
                .drop("b", good("good").version("1.10.0"))
                .start();

        assertEquals("1.10.0", bench.provider("good").pluginVersion());
        assertEquals(
                List.of("Version 1.10.0 of plugin good was loaded from b.jar and this is version 1.9.0; a plugin is "
                        + "loaded once, so remove one of the two."),
                bench.status("a.jar").reasons());
    }

    @Test
    void ifTheHigherVersionFailsTheLowerIsLoaded() throws Exception {
        bench.drop("a", good("bad").version("1.0.0"))
                .drop("b", provider("{ if (true) throw new Error(); }").version("2.0.0"))
                .start();

        assertEquals("1.0.0", bench.provider("bad").pluginVersion());
        assertEquals(PluginStatus.State.FAILED, bench.status("b.jar").state());
        assertEquals(PluginStatus.State.READY, bench.status("a.jar").state());
    }
}
