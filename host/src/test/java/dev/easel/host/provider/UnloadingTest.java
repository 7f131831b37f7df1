package dev.easel.host.provider;

import dev.easel.api.provider.GenerationRequest;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class UnloadingTest {
    private static final String THROWS_ITS_OWN = """
            static class Own extends RuntimeException { }

            @Override
            public void generate(GenerationRequest request, List<ImageSink> sinks) throws IOException {
                if (request.prompt().equals("fail")) { throw new Own(); }
                try (java.io.InputStream in = getClass().getResource("/note.txt").openStream()) {
                    sinks.get(0).write(in.readAllBytes());
                }
            }

            @Override public String name(Locale locale) { throw new Own(); }
            """;

    private PluginHostBench bench;

    @BeforeEach
    void prepare(@TempDir Path folder) throws Exception {
        bench = new PluginHostBench(folder);
    }

    private TestPluginJar jar() {
        return TestPluginJar.of("leaver")
                .provider("Leaver", "leaver", THROWS_ITS_OWN)
                .resource("note.txt", "a note");
    }

    /** Uses every way into the plugin; nothing of it stays on this thread's stack. */
    private WeakReference<ClassLoader> useAndFindLoader() throws Exception {
        HostedProvider provider = bench.provider("leaver");
        provider.name(Locale.ENGLISH);
        provider.declaredRuntime(1);
        assertEquals("a note", bench.run("leaver", "read"));
        try (HostedProvider.Slot slot = provider.tryAcquire().orElseThrow()) {
            ProviderCall call =
                    slot.generate(GenerationRequest.forPrompt("fail").build(), List.of(new MemorySink(0)));
            Throwable own = PluginHostBench.failureOf(call);
            return new WeakReference<>(own.getClass().getClassLoader());
        }
    }

    /** Looks among this process's open files, where the system shows them. */
    private static boolean isAnyOpenIn(Path folder) throws IOException {
        Path open = Path.of("/proc/self/fd");
        if (!Files.isDirectory(open)) {
            return false;
        }
        try (Stream<Path> links = Files.list(open)) {
            return links.anyMatch(link -> leadsInto(folder, link));
        }
    }

    private static boolean leadsInto(Path folder, Path link) {
        try {
            return Files.readSymbolicLink(link).startsWith(folder.toRealPath());
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    private static List<String> threadsOf(String pluginId) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("plugin-" + pluginId + "-"))
                .toList();
    }

    @Test
    void afterClosingNothingOfThePluginIsLeftThoughItsProviderIsStillHeld() throws Exception {
        bench.drop("leaver", jar()).start();
        HostedProvider held = bench.provider("leaver");
        WeakReference<ClassLoader> loader = useAndFindLoader();
        assertFalse(threadsOf("leaver").isEmpty());
        assertEquals(Files.isDirectory(Path.of("/proc/self/fd")), isAnyOpenIn(bench.staging()));

        bench.close();

        assertFalse(isAnyOpenIn(bench.staging()));
        assertEquals(List.of(), bench.staged());
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            System.gc();
            return loader.refersTo(null);
        });
        await().until(() -> threadsOf("leaver").isEmpty());
        assertEquals(ProviderAnswers.UNKNOWN_RUNTIME, held.declaredRuntime(5));
        assertEquals("leaver", held.name(Locale.ENGLISH));
        assertEquals("provider leaver of plugin leaver 1.0.0", held.toString());
    }

    @Test
    void aRefusedPluginLeavesNoThreads() throws Exception {
        bench.drop("leaver", jar().provider("Thrower", "thrower", "{ if (true) throw new Error(); }"))
                .start();

        assertEquals(PluginStatus.State.FAILED, bench.status("leaver.jar").state());
        await().until(() -> threadsOf("leaver").isEmpty());
        bench.close();
    }
}
