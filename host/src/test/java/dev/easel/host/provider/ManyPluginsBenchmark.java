package dev.easel.host.provider;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** How much plugins add to the start of a host; prints a table. */
class ManyPluginsBenchmark {
    private static final int ROUNDS = Integer.getInteger("easel.rounds", 5);

    @Test
    void startUpByNumberOfJars(@TempDir Path folder) throws Exception {
        List<String> rows = new ArrayList<>();
        for (int jars : List.of(1, 10, 100)) {
            Duration shortest = Duration.ofDays(1);
            for (int round = 0; round < ROUNDS; round++) {
                Duration taken = start(folder.resolve(jars + "-" + round), jars);
                shortest = taken.compareTo(shortest) < 0 ? taken : shortest;
            }
            rows.add("%4d  %8d ms  %8.1f ms".formatted(jars, shortest.toMillis(), shortest.toNanos() / 1e6 / jars));
        }
        System.out.println("jars     start-up      per jar");
        rows.forEach(System.out::println);
    }

    private static Duration start(Path folder, int jars) throws Exception {
        try (PluginHostBench bench = new PluginHostBench(folder)) {
            for (int i = 0; i < jars; i++) {
                bench.drop("plugin-" + i, jar("plugin-" + i));
                // Written to long ago, as that of an administrator who installed it before.
                Files.setLastModifiedTime(
                        bench.plugins.resolve("plugin-" + i + ".jar"),
                        FileTime.from(PluginHostBench.NOW.minus(Duration.ofDays(1))));
            }
            long begin = System.nanoTime();
            bench.start();
            Duration taken = Duration.ofNanos(System.nanoTime() - begin);
            assertEquals(jars, bench.host().providers().size());
            return taken;
        }
    }

    /** A provider with the id of its plugin, so that one class serves all jars. */
    private static TestPluginJar jar(String id) {
        String source = ZooSources.provider("One", "", "")
                .replace("super(context, \"\");", "super(context, context.pluginId());");
        return TestPluginJar.of(id).source("zoo.Base", ZooSources.BASE).source("zoo.One", source);
    }
}
