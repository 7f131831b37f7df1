package dev.easel.host.provider;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A plugin with a library of its own is loaded, used and unloaded again and again, and leaves nothing behind. */
@Timeout(900)
class ReloadingTest {
    private static final int RELOADS = Integer.getInteger("plugin.reloads", 50);
    private static final int CLASSES = 40;
    private static final long MEBIBYTE = 1 << 20;

    private static final String MEMBERS = """
            @Override
            public void generate(GenerationRequest request, List<ImageSink> sinks) throws IOException {
                context.logger().debug("It draws");
                try (java.io.InputStream note = getClass().getResourceAsStream("/note.txt")) {
                    sinks.get(0).write((lib.Library.all() + new String(note.readAllBytes())).getBytes());
                }
            }
            """;

    private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    private PluginHostBench bench;

    /** What a process has of what plugins might leave behind. */
    private record Footprint(int classes, long metaspace, int threads, long openFiles, int staged) {}

    @BeforeEach
    void prepare(@TempDir Path folder) {
        bench = new PluginHostBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static TestPluginJar jar() {
        StringBuilder classes = new StringBuilder();
        for (int i = 0; i < CLASSES; i++) {
            classes.append("static class C").append(i).append(" { int it() { return 1; } }\n");
        }
        StringBuilder sum = new StringBuilder("0");
        for (int i = 0; i < CLASSES; i++) {
            sum.append(" + new C").append(i).append("().it()");
        }
        return TestPluginJar.of("comer")
                .provider("Comer", "comer", MEMBERS)
                .source(
                        "lib.Library",
                        "package lib; public class Library {" + classes + "public static int all() { return " + sum
                                + "; } }")
                .resource("note.txt", " classes");
    }

    private void loadRunAndUnload() throws Exception {
        bench.move("comer", jar()).awaitStates("comer 1.0.0 ready");
        assertEquals(CLASSES + " classes", bench.run("comer", "?"));
        loaders.add(bench.loaderOf("comer"));
        bench.remove("comer").awaitStates();
    }

    private Footprint footprint() throws IOException {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            System.gc();
            return loaders.stream().allMatch(loader -> loader.refersTo(null));
        });
        await().until(() -> bench.staged().isEmpty());
        return new Footprint(
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
                metaspace(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                openFiles(),
                bench.staged().size());
    }

    private static long metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .filter(Objects::nonNull)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private static long openFiles() throws IOException {
        Path open = Path.of("/proc/self/fd");
        if (!Files.isDirectory(open)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(open)) {
            return files.count();
        }
    }

    @Test
    void nothingGrows() throws Exception {
        bench.watch();
        for (int i = 0; i < RELOADS / 5; i++) {
            loadRunAndUnload();
        }
        Footprint before = footprint();

        for (int i = 0; i < RELOADS; i++) {
            loadRunAndUnload();
        }

        Footprint after = footprint();
        System.out.printf("After %d reloads: %s, before %s%n", RELOADS, after, before);
        // A single plugin that stayed would add its classes and its library's each time.
        assertTrue(after.classes() - before.classes() < 2 * CLASSES, () -> before + ", then " + after);
        assertTrue(after.metaspace() - before.metaspace() < 2 * MEBIBYTE, () -> before + ", then " + after);
        assertTrue(after.threads() <= before.threads() + 2, () -> before + ", then " + after);
        assertTrue(after.openFiles() <= before.openFiles() + 2, () -> before + ", then " + after);
        assertEquals(0, after.staged());
    }
}
