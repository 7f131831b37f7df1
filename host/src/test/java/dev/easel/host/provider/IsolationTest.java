package dev.easel.host.provider;

import dev.easel.api.event.TaskFailedEvent;
import dev.easel.api.task.Task;
import dev.easel.api.task.TaskRequest;
import dev.easel.api.task.TaskStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class IsolationTest {
    /** Answers questions about what it sees: the prompt is a class name or a resource name. */
    private static final String LOOKOUT = """
            private String find(String name) {
                try {
                    return Class.forName(name).getName();
                } catch (ClassNotFoundException e) {
                    return "no class";
                } catch (LinkageError e) {
                    return "broken class";
                }
            }

            private String answer(String question) throws IOException {
                ClassLoader own = getClass().getClassLoader();
                if (question.equals("loaders")) {
                    return own + "|" + (Thread.currentThread().getContextClassLoader() == own) + "|"
                            + Thread.currentThread().getName() + "|" + Thread.currentThread().isDaemon();
                }
                if (question.startsWith("resource ")) {
                    String name = question.substring(9);
                    return own.getResource(name) + "|" + Collections.list(own.getResources(name)).size();
                }
                return find(question);
            }

            @Override
            public void generate(GenerationRequest request, List<ImageSink> sinks) throws IOException {
                sinks.get(0).write(answer(request.prompt()).getBytes());
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

    private static TestPluginJar lookout() {
        return TestPluginJar.of("lookout").provider("Lookout", "lookout", LOOKOUT);
    }

    @Test
    void aPluginSeesThePluginApiAndTheJdkButNothingElseOfTheHost() throws Exception {
        bench.drop("lookout", lookout()).start();

        for (String seen : List.of(
                "dev.easel.api.ApiVersion",
                "org.pf4j.Extension",
                "org.slf4j.LoggerFactory",
                "org.jspecify.annotations.NullMarked",
                "java.sql.Connection",
                "javax.imageio.ImageIO")) {
            assertEquals(seen, bench.run("lookout", seen));
        }
        for (String hidden : List.of(
                "dev.easel.host.provider.PluginHost",
                "dev.easel.host.provider.IsolationTest",
                "com.fasterxml.jackson.databind.ObjectMapper",
                "com.typesafe.config.Config",
                "io.javalin.Javalin",
                "ch.qos.logback.classic.Logger",
                "org.junit.jupiter.api.Test")) {
            Class.forName(hidden);
            assertEquals("no class", bench.run("lookout", hidden));
        }
    }

    @Test
    void aPluginSeesNoResourcesOfTheHostButThoseOfSharedPackages() throws Exception {
        bench.drop("lookout", lookout()).start();

        for (String hidden : List.of(
                "dev/easel/host/provider/PluginHost.class",
                "com/fasterxml/jackson/databind/ObjectMapper.class",
                "META-INF/services/org.slf4j.spi.SLF4JServiceProvider")) {
            assertTrue(getClass().getClassLoader().getResource(hidden) != null, hidden);
            assertEquals("null|0", bench.run("lookout", "resource " + hidden));
        }
        assertTrue(
                bench.run("lookout", "resource dev/easel/api/ApiVersion.class").endsWith("|1"));
        assertTrue(bench.run("lookout", "resource META-INF/extensions.idx")
                .matches(".*/staging/[0-9a-f]{64}\\.jar!/META-INF/extensions\\.idx\\|1"));
    }

    @Test
    void aPluginRunsOnItsOwnThreadsWithItsLoaderAsContext() throws Exception {
        bench.drop("lookout", lookout()).start();

        String[] answer = bench.run("lookout", "loaders").split("\\|", -1);

        assertTrue(answer[0].startsWith("class loader of plugin lookout 1.0.0 @"), answer[0]);
        assertEquals("true", answer[1]);
        assertTrue(answer[2].matches("plugin-lookout-\\d+"), answer[2]);
        assertEquals("true", answer[3]);
    }

    @Test
    void constructorsAndShortCallsRunInThePluginsContextToo() throws Exception {
        String members = """
                private final String made = where();
                static String where() {
                    Thread t = Thread.currentThread();
                    return t.getName().replaceAll("[0-9]+", "n") + " "
                            + (t.getContextClassLoader() == Base.class.getClassLoader());
                }
                @Override public String name(Locale locale) { return made + ", " + where(); }
                @Override public void close() { report(where()); }
                """;
        bench.drop("shy", TestPluginJar.of("shy").provider("Shy", "shy", members))
                .start();

        String name = bench.provider("shy").name(java.util.Locale.ENGLISH);
        bench.close();

        assertEquals("plugin-shy-n true, plugin-shy-n true", name);
        assertEquals(List.of("plugin-shy-n true"), bench.journal.reports());
    }

    @Test
    void twoPluginsUseDifferentVersionsOfOneClass() throws Exception {
        String members = """
                @Override
                public void generate(GenerationRequest request, List<ImageSink> sinks) throws IOException {
                    sinks.get(0).write(lib.Library.version().getBytes());
                }
                """;
        String library = "package lib; public class Library { public static String version() { return \"%s\"; } }";
        for (String version : List.of("one", "two")) {
            bench.drop(
                    version,
                    TestPluginJar.of(version)
                            .provider("User", version, members)
                            .source("lib.Library", library.formatted(version)));
        }
        bench.start();

        assertEquals("one", bench.run("one", "?"));
        assertEquals("two", bench.run("two", "?"));
    }

    @Test
    void aPluginsOwnCopyOfTheApiIsNotUsed() throws Exception {
        String copy = "package dev.easel.api; public final class ApiVersion {"
                + " public static final String CURRENT = \"0.0.1\"; static { fail(); }"
                + " static void fail() { throw new Error(); } }";
        bench.drop("lookout", lookout().source("dev.easel.api.ApiVersion", copy))
                .start();

        assertEquals("dev.easel.api.ApiVersion", bench.run("lookout", "dev.easel.api.ApiVersion"));
        String resource = bench.run("lookout", "resource dev/easel/api/ApiVersion.class");
        assertTrue(resource.endsWith("|1") && !resource.contains("staging"), resource);
    }

    @Test
    void anExtensionGetsItsContextByConstructor() throws Exception {
        String members = """
                @Override public String name(Locale locale) {
                    return context.pluginId() + " " + context.pluginVersion() + " "
                            + context.configuration().string("palette") + " " + context.logger().getName() + " "
                            + java.nio.file.Files.isDirectory(context.dataFolder());
                }
                """;
        bench.drop(
                        "painter",
                        TestPluginJar.of("painter")
                                .provider("Painter", "painter", members)
                                .resource("plugin.conf", "palette = warm"))
                .start();

        assertEquals(
                "painter 1.0.0 warm plugin.painter true",
                bench.provider("painter").name(java.util.Locale.ENGLISH));
        assertTrue(Files.isDirectory(bench.data.resolve("plugins").resolve("painter")));
    }

    @Test
    void anExtensionMayHaveAConstructorWithoutParameters() throws Exception {
        String source = ZooSources.provider("Plain", "plain", "")
                .replace("public Plain(PluginContext context) { super(context, \"plain\"); }", """
                        public Plain() { super(null, "plain"); }
                        @Override public void close() {}
                        """);
        bench.drop(
                        "plain",
                        TestPluginJar.of("plain")
                                .source("zoo.Base", ZooSources.BASE)
                                .source("zoo.Plain", source))
                .start();

        assertEquals("a fox", bench.run("plain", "a fox"));
    }

    @Test
    void aPluginThatOnlyListensIsLoadedAndHears() throws Exception {
        String listener = """
                package zoo;

                import dev.easel.api.event.*;
                import dev.easel.api.plugin.*;
                import dev.easel.api.task.*;
                import org.pf4j.Extension;

                @Extension
                public class Ear implements TaskEventListener {
                    private final PluginContext context;

                    public Ear(PluginContext context) { this.context = context; }

                    @Override
                    public void handle(TaskEvent event) {
                        context.manager().scheduleTask(TaskRequest.of(
                                "heard of " + event.task().id() + " on " + Thread.currentThread().getName(), "zoo", 1));
                    }
                }
                """;
        bench.drop("ear", TestPluginJar.of("ear").source("zoo.Ear", listener)).start();
        Task task = new Task(
                7, TaskStatus.FAILED, TaskRequest.of("a fox", "app", 1), PluginHostBench.NOW, Optional.empty());

        HostedListener ear = bench.host().listeners().get(0);
        ear.deliver(new TaskFailedEvent(task, "no paint")).done().get(20, TimeUnit.SECONDS);

        assertEquals("ear", ear.pluginId());
        assertEquals(1, bench.journal.reports().size());
        assertTrue(bench.journal.reports().get(0).startsWith("heard of 7 on plugin-ear-"));
        assertEquals(PluginStatus.State.READY, bench.status("ear.jar").state());
        assertEquals(List.of(), bench.host().providers());
    }

    @Test
    void aPluginClassIsStartedWithItsContextAndStopped() throws Exception {
        String boot = """
                package zoo;

                import dev.easel.api.plugin.*;
                import dev.easel.api.task.*;

                public class Boot extends org.pf4j.Plugin {
                    private final PluginContext context;

                    public Boot(PluginContext context) { this.context = context; }

                    private void report(String what) {
                        context.manager().scheduleTask(TaskRequest.of(what, "zoo", 1));
                    }

                    @Override public void start() { report("started"); }
                    @Override public void stop() { report("stopped"); }
                }
                """;
        bench.drop("boot", TestPluginJar.of("boot").source("zoo.Boot", boot).manifest("Plugin-Class", "zoo.Boot"))
                .start();
        bench.close();

        assertEquals(List.of("started", "stopped"), bench.journal.reports());
    }
}
