package dev.easel.host.database;

import dev.easel.host.task.EmbeddedDatabases;
import java.nio.file.Path;

/** A process that opens the embedded database of a folder and holds it until it is killed. */
final class DatabaseHolder {
    private DatabaseHolder() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (Database database = EmbeddedDatabases.open(Path.of(arguments[0]))) {
            database.update("UPDATE task SET turn = turn");
            System.out.println("OPEN");
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}
