package dev.easel.dist;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.awaitility.Awaitility.await;

/**
 * What was accepted is done, and done once, however often hosts or the database are killed.
 *
 * <p>The system properties {@code chaos.tasks} and {@code chaos.kills} say how many tasks there are and how often
 * something is killed; {@code chaos.seed} repeats the draw of an earlier run.
 */
class KillIT {
    private static final int TASKS = Integer.getInteger("chaos.tasks", 40);
    private static final int KILLS = Integer.getInteger("chaos.kills", 3);
    private static final long RUN_MILLIS = 700;
    private static final int LEASE_MILLIS = 4000;
    private static final int BRIEFLY = 500;

    private final long seed = Long.getLong("chaos.seed", new Random().nextInt(1_000_000));
    private final ClientLedger told = new ClientLedger();

    @TempDir
    private Path folder;

    private ProviderLedger asked;
    private ImageFolder images;
    private @Nullable MortalDatabase database;

    @BeforeEach
    void givenAProviderThatKeepsALedger() throws IOException {
        PluginJars.compile("RecordingProvider", folder.resolve("plugins"));
        asked = new ProviderLedger(folder.resolve("provider.ledger"));
        images = new ImageFolder(folder.resolve("images"));
    }

    @Test
    void aHostOnTheEmbeddedDatabaseIsKilled() throws Exception {
        try (MortalHost host = host("data", command -> command)) {
            survive("a host on the embedded database", List.of(host), List.of(host), BRIEFLY);
        }
    }

    @Test
    void aHostOnMariaDbIsKilled() throws Exception {
        try (MortalHost host = host("data", this::onMariaDb)) {
            survive("a host on MariaDB", List.of(host), List.of(host), BRIEFLY);
        }
    }

    @Test
    void eitherOfTwoHostsOnOneMariaDbIsKilled() throws Exception {
        try (MortalHost one = host("one", this::onMariaDb);
                MortalHost other = host("other", this::onMariaDb)) {
            survive("either of two hosts", List.of(one, other), List.of(one, other), BRIEFLY);
        }
    }

    @Test
    void eitherOfTwoHostsOnOneMariaDbIsPausedPastItsLease() throws Exception {
        try (MortalHost one = host("one", this::onMariaDb);
                MortalHost other = host("other", this::onMariaDb)) {
            List<PausedHost> paused = List.of(new PausedHost(one), new PausedHost(other));
            survive("either of two hosts (pauses)", List.of(one, other), paused, 2 * LEASE_MILLIS)
                    .noFileIsLeftOver();
        }
    }

    @Test
    void theDatabaseIsKilled() throws Exception {
        try (MortalHost host = host("data", command -> database().usedBy(command))) {
            survive("the database", List.of(host), List.of(database()), BRIEFLY).noFileIsLeftOver();
        }
    }

    private EaselCommand onMariaDb(EaselCommand command) {
        return database().usedBy(command).with("EASEL_LEASE", LEASE_MILLIS + "ms");
    }

    /** Made when it is first asked for: the embedded database needs none. */
    private MortalDatabase database() {
        if (database == null) {
            database = new MortalDatabase();
        }
        return database;
    }

    private MortalHost host(String data, UnaryOperator<EaselCommand> database) throws IOException {
        return new MortalHost(
                folder.resolve(data),
                command -> asked.kept(database.apply(command), RUN_MILLIS)
                        .with("EASEL_PLUGINS", folder.resolve("plugins").toString())
                        .with("EASEL_IMAGES", images.root().toString()));
    }

    private Audit survive(String what, List<MortalHost> hosts, List<? extends Mortal> victims, int longestDeathMillis)
            throws Exception {
        long began = System.nanoTime();
        for (MortalHost host : hosts) {
            host.start();
            host.awaitReady();
        }
        List<URI> addresses = hosts.stream().map(MortalHost::address).toList();
        try (Callers callers = new Callers(TASKS, addresses, seed, told)) {
            new Chaos(seed, victims, longestDeathMillis).kill(KILLS);
            callers.awaitEnd(120 + TASKS);
        }
        Audit audit = new Audit(
                new Audit.Evidence(told, asked, images),
                awaitEnds(hosts.get(0)),
                text -> hosts.stream()
                        .flatMap(host -> host.logged(text).stream())
                        .toList(),
                database == null ? 0 : KILLS);
        System.out.printf(
                "%d kills of %s in %d s, seed %d: %s%n",
                KILLS, what, Duration.ofNanos(System.nanoTime() - began).toSeconds(), seed, audit.summary());
        audit.noAcceptedTaskIsLostAndWhatClientsSawIsTrue();
        audit.everyEndIsTruthful();
        audit.everyPublishedImageIsRightAndPublishedOnce();
        audit.noFileBelongsToAnUnknownTask();
        audit.theProviderWasAskedNoMoreOftenThanAttemptsWereMade();
        return audit;
    }

    /** Some tasks are nobody's: their clients never got an answer. */
    private static List<TaskLine> awaitEnds(MortalHost host) {
        return await("the end of all tasks")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .until(host::tasks, lines -> lines.stream().allMatch(TaskLine::hasEnded));
    }
}
