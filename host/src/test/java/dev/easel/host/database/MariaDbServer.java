package dev.easel.host.database;

import dev.easel.host.config.EaselConfig;
import dev.easel.host.config.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.mariadb.jdbc.MariaDbDataSource;

import static java.util.concurrent.TimeUnit.SECONDS;

/**
 * A real MariaDB server on the loopback address, with defaults that are deliberately unlike what the store wants.
 *
 * <p>Tests share one; it is started when the first asks for it and ends with the JVM. Where none can be started, the
 * tests that ask for it are skipped and say so.
 */
public final class MariaDbServer {
    private static final Secret PASSWORD = new Secret("a 'secret'\\ with \"quotes\"");
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final MariaDbPrograms programs;
    private final Path folder;
    private final int port;
    private Process process;

    private MariaDbServer(MariaDbPrograms programs, Path folder, int port) throws IOException, InterruptedException {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
        programs.install(folder);
        process = programs.serve(folder, port);
        Runtime.getRuntime().addShutdownHook(new Thread(this::remove));
        awaitConnection();
        administer("CREATE USER easel IDENTIFIED BY '"
                + PASSWORD.value().replace("\\", "\\\\").replace("'", "''") + "'");
        administer("GRANT ALL ON `easel\\_%`.* TO easel");
    }

    /** Only once it is used, and then once for all tests of this JVM. */
    private static final class Shared {
        static final Optional<MariaDbServer> SERVER = MariaDbPrograms.find().map(Shared::start);

        private static MariaDbServer start(MariaDbPrograms programs) {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                int port = free.getLocalPort();
                free.close();
                return new MariaDbServer(programs, Files.createTempDirectory("easel-mariadb"), port);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException("The MariaDB server for tests cannot be started", e);
            }
        }
    }

    /** The server that the tests of this JVM share; aborts the test where there is none for this system. */
    public static MariaDbServer shared() {
        Assumptions.assumeTrue(
                Shared.SERVER.isPresent(),
                "SKIPPED: there is no mariadbd on the PATH, and the one from Maven Central is for Linux on x86-64 only");
        return Shared.SERVER.orElseThrow();
    }

    /** Makes an empty database and says how to reach it. */
    public EaselConfig.Database newDatabase() {
        String name = "easel_" + DATABASES.incrementAndGet();
        administer("CREATE DATABASE " + name);
        String url = "jdbc:mariadb://127.0.0.1:" + port + "/" + name + "?sslMode=disable";
        return new EaselConfig.Database(Optional.of(url), "easel", PASSWORD);
    }

    /** Ends the server as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Starts a killed server again, on its data and port, and waits until it answers. */
    public void restart() {
        try {
            process = programs.serve(folder, port);
            awaitConnection();
        } catch (IOException e) {
            throw new IllegalStateException("The MariaDB server for tests cannot be started again", e);
        }
    }

    /** Carries out a statement as the server's administrator. */
    public void administer(String sql) {
        try (Connection connection = administrator();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("MariaDB refused: " + sql, e);
        }
    }

    /** Reads a number as the server's administrator. */
    public int number(String sql) {
        try (Connection connection = administrator();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getInt(1) : 0;
        } catch (SQLException e) {
            throw new IllegalStateException("MariaDB refused: " + sql, e);
        }
    }

    private Connection administrator() throws SQLException {
        return new MariaDbDataSource(
                        "jdbc:mariadb://127.0.0.1:" + port + "/?sslMode=disable&user=root&sessionVariables=sql_mode=''")
                .getConnection();
    }

    private void awaitConnection() {
        Awaitility.await("the MariaDB server").atMost(60, SECONDS).until(this::answers);
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("The MariaDB server ended: " + programs.log(folder));
        }
        try {
            administrator().close();
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private void remove() {
        kill();
        MariaDbPrograms.delete(folder);
    }
}
