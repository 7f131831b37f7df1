package dev.easel.host.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Jazzer in a process of its own, so that what it does to classes touches no other test. It begins with a corpus, and
 * keeps what it finds in a folder beside the build's other results.
 *
 * @param target the class with {@code fuzzerTestOneInput}
 * @param corpus what it begins with
 * @param instrumented the packages whose branches it wants to reach, each with a star behind it
 */
public record Fuzzer(Class<?> target, Corpus corpus, List<String> instrumented) {
    private static final Path RESULTS = Path.of("target/fuzz");
    private static final int LONGEST_INPUT = 4096;
    private static final int HANGS_AFTER_SECONDS = 60;

    /** What a run came to. */
    public record Outcome(int exitCode, String log) {}

    /** How long each target is to be fuzzed, by {@code -Dfuzz.seconds}; 0 if not at all. */
    public static int seconds() {
        return Integer.getInteger("fuzz.seconds", 0);
    }

    public Outcome run(int seconds) throws IOException, InterruptedException {
        Path folder = RESULTS.resolve(target.getSimpleName());
        Path found = Files.createDirectories(folder.resolve("found"));
        Path log = folder.resolve("log.txt");
        Process process = new ProcessBuilder(command(folder, found, seconds))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(2L * seconds + 120, TimeUnit.SECONDS)) {
                throw new AssertionError("The fuzzer doesn't end, see " + log);
            }
            return new Outcome(process.exitValue(), Files.readString(log));
        } finally {
            process.destroyForcibly();
        }
    }

    /**
     * From JDK 21 on, agents that come later are announced by a warning, unless they are allowed. Connections are
     * allowed too: a target may be a client of a server.
     */
    private List<String> command(Path folder, Path found, int seconds) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+EnableDynamicAgentLoading",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.getName(),
                "--instrumentation_includes=" + String.join(":", instrumented),
                "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.ServerSideRequestForgery",
                "--reproducer_path=" + folder,
                found.toString(),
                corpus.folder().toString(),
                "-artifact_prefix=" + folder + "/",
                "-dict=" + Corpus.dictionary(),
                "-max_len=" + LONGEST_INPUT,
                "-timeout=" + HANGS_AFTER_SECONDS,
                "-max_total_time=" + seconds,
                "-print_final_stats=1");
    }
}
