package dev.easel.host.task;

import dev.easel.host.config.EaselConfig;
import dev.easel.host.config.Secret;
import dev.easel.host.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens embedded databases; a fresh one is a copy of one that was migrated once, which is ten times quicker. */
public final class EmbeddedDatabases {
    /** The settings of the embedded database. */
    public static final EaselConfig.Database SETTINGS = new EaselConfig.Database(Optional.empty(), "", new Secret(""));

    private static final String FILE = "easel.mv.db";
    private static final byte[] MIGRATED = migrate();

    private EmbeddedDatabases() {}

    /** Opens the database of a data folder, whose schema is current from the start. */
    public static Database open(Path data) {
        try {
            if (Files.notExists(data.resolve(FILE))) {
                Files.write(data.resolve(FILE), MIGRATED);
            }
        } catch (IOException e) {
            throw new IllegalStateException("The copy of the database cannot be written", e);
        }
        return Database.open(SETTINGS, data);
    }

    private static byte[] migrate() {
        try {
            Path data = Files.createTempDirectory("easel-template");
            try {
                Database.open(SETTINGS, data).close();
                return Files.readAllBytes(data.resolve(FILE));
            } finally {
                delete(data);
            }
        } catch (IOException e) {
            throw new IllegalStateException("The database to copy cannot be made", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
