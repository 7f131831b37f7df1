package dev.easel.host.task;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.easel.host.config.EaselConfig;
import dev.easel.host.database.Database;
import dev.easel.host.database.MariaDbServer;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import org.slf4j.LoggerFactory;

/** The MariaDB server of a benchmark: every commit is on the disk before it is acknowledged. */
final class BenchmarkServer {
    private static final int BUFFER_POOL_MIB = Integer.getInteger("easel.bufferPoolMiB", 1024);
    private static final int CONNECTIONS = 10;

    private final MariaDbServer server = MariaDbServer.shared();
    private final Path folder;

    BenchmarkServer(Path folder) {
        this.folder = folder;
        server.administer("SET GLOBAL innodb_flush_log_at_trx_commit = 1");
        server.administer("SET GLOBAL innodb_buffer_pool_size = " + BUFFER_POOL_MIB + " * 1024 * 1024");
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    }

    /** Opens an empty database of Easel. */
    Database newDatabase() {
        return Database.open(server.newDatabase(), folder);
    }

    /** Opens an empty database by a pool that is set as Easel's is, but for statements prepared on the server. */
    HikariDataSource newPool() {
        EaselConfig.Database settings = server.newDatabase();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(settings.url().orElseThrow());
        config.setUsername(settings.user());
        config.setPassword(settings.password().value());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionInitSql("SET SESSION sql_mode = 'STRICT_TRANS_TABLES', time_zone = '+00:00'");
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return new HikariDataSource(config);
    }

    /** Says on what the figures were taken. */
    static String conditions() {
        return String.format(
                Locale.ROOT,
                "MariaDB on this machine, innodb_flush_log_at_trx_commit=1, innodb_buffer_pool_size=%d MiB, the other"
                        + " settings its defaults; pools of %d connections, READ COMMITTED, only Easel's prepare statements on the"
                        + " server; Java %s, %d processors,"
                        + " load average %.1f; nothing logged below WARN.",
                BUFFER_POOL_MIB,
                CONNECTIONS,
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
