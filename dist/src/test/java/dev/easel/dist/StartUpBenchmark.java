package dev.easel.dist;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Measures how long {@code bin/easel} takes from its start to its first answer, with and without an archive of loaded
 * classes, on every Java found; prints the shortest of several times and their ratio.
 */
final class StartUpBenchmark {
    private static final int REPETITIONS = 7;

    private StartUpBenchmark() {}

    /**
     * Prints a line for each Java.
     *
     * @param arguments the launcher to measure, then the folders of Javas; none stands for those of Debian
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path launcher = Path.of(arguments[0]);
        System.out.println("Java                              no archive      archive   ratio");
        for (Path java : javas(List.of(arguments).subList(1, arguments.length))) {
            measure(launcher, java);
        }
    }

    private static List<Path> javas(List<String> given) throws IOException {
        if (!given.isEmpty()) {
            return given.stream().map(Path::of).toList();
        }
        try (Stream<Path> found = Files.list(Path.of("/usr/lib/jvm"))) {
            return found.filter(java -> !Files.isSymbolicLink(java))
                    .filter(java -> Files.isExecutable(java.resolve("bin/java")))
                    .sorted()
                    .toList();
        }
    }

    private static void measure(Path launcher, Path java) throws IOException, InterruptedException {
        List<Duration> without = new ArrayList<>();
        List<Duration> with = new ArrayList<>();
        Path data = Files.createTempDirectory("easel-benchmark");
        start(launcher, java, data);
        for (int i = 0; i < REPETITIONS; i++) {
            without.add(startWithout(launcher, java, data));
            with.add(start(launcher, java, data));
        }
        report(java, shortest(without), shortest(with));
    }

    private static Duration startWithout(Path launcher, Path java, Path data) throws IOException, InterruptedException {
        return start(launcher, java, data, "-XX:SharedArchiveFile=" + java.resolve("lib/server/classes.jsa"));
    }

    private static Duration start(Path launcher, Path java, Path data, String... options)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        try (EaselProcess easel = EaselCommand.program(launcher, "--port", "0", "--data", data.toString())
                .with("JAVA_HOME", java.toString())
                .with("EASEL_JAVA_OPTS", String.join(" ", options))
                .start()) {
            URI host = easel.awaitReady();
            OcsClient.of(host).isAvailable();
            Duration taken = Duration.ofNanos(System.nanoTime() - begin);
            easel.terminate();
            return taken;
        }
    }

    private static Duration shortest(List<Duration> times) {
        return times.stream().min(Duration::compareTo).orElseThrow();
    }

    private static void report(Path java, Duration without, Duration with) {
        System.out.printf(
                Locale.ROOT,
                "%-30s %10.2f s %9.2f s %7.2f%n",
                java.getFileName(),
                without.toMillis() / 1e3,
                with.toMillis() / 1e3,
                (double) without.toMillis() / with.toMillis());
    }
}
