package dev.easel.host.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Gives what handles input from outside its corpus, what is made of it by chance, and what a fuzzer thinks of. */
public abstract class FuzzContract {
    private static final long SEED = 20_261_128;
    private static final Duration HANGS_AFTER = Duration.ofMinutes(5);
    private static final List<String> INSTRUMENTED = List.of(
            "dev.easel.host.ocs.**",
            "dev.easel.host.http.**",
            "dev.easel.host.access.**",
            "io.javalin.**",
            "org.eclipse.jetty.http.**",
            "org.eclipse.jetty.server.**");

    private final Corpus corpus;
    private final Class<?> target;
    private final int mutations;

    protected FuzzContract(Corpus corpus, Class<?> target, int mutations) {
        this.corpus = corpus;
        this.target = target;
        this.mutations = mutations;
    }

    /** Fails if something is wrong with what becomes of an input. */
    protected abstract void test(byte[] input) throws IOException;

    @Test
    void theCorpusDoesNoHarm() {
        assertFalse(corpus.inputs().isEmpty());
        testAll(corpus.inputs().stream());
    }

    @Test
    void whatIsMadeOfTheCorpusDoesNoHarm() {
        testAll(Mutations.of(corpus.inputs(), SEED, mutations));
    }

    @Test
    void whatAFuzzerFindsDoesNoHarm() throws IOException, InterruptedException {
        int seconds = Fuzzer.seconds();
        assumeTrue(seconds > 0, "-Dfuzz.seconds says how long");
        Fuzzer.Outcome outcome = new Fuzzer(target, corpus, INSTRUMENTED).run(seconds);
        assertEquals(0, outcome.exitCode(), outcome.log());
    }

    private void testAll(Stream<byte[]> inputs) {
        AtomicReference<byte[]> latest = new AtomicReference<>(new byte[0]);
        assertTimeoutPreemptively(
                HANGS_AFTER,
                () -> inputs.peek(latest::set).forEach(this::testNamed),
                () -> "Hangs at " + shown(latest.get()));
    }

    private void testNamed(byte[] input) {
        try {
            test(input);
        } catch (IOException | RuntimeException | AssertionError e) {
            throw new AssertionError(e.getMessage() + " at: " + shown(input), e);
        }
    }

    private static String shown(byte[] input) {
        return new String(input, StandardCharsets.ISO_8859_1) + " = "
                + HexFormat.of().formatHex(input);
    }
}
