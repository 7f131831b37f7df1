package dev.easel.host.runtime;

import dev.easel.host.database.Database;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.dbutils.handlers.ScalarHandler;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** The store of runtime records on the embedded database. */
class EmbeddedRuntimeStoreTest extends RuntimeStoreContract {
    @TempDir
    Path folder;

    @Override
    Database open() {
        return Records.embedded(folder);
    }

    @Override
    void assertReadsAlongTheIndex(Database opened, String query) {
        String plan = opened.query("EXPLAIN " + query, new ScalarHandler<String>());
        assertTrue(plan.toLowerCase(Locale.ROOT).contains("runtime_recent"), plan);
        assertTrue(plan.contains("index sorted"), plan);
    }
}
