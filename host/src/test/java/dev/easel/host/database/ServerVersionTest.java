package dev.easel.host.database;

import dev.easel.api.task.TaskStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class ServerVersionTest {

    @ParameterizedTest
    @CsvSource({"10,6", "10,11", "11,0", "12,3"})
    void mariaDbFrom10Dot6OnIsAccepted(int major, int minor) {
        assertDoesNotThrow(() -> new ServerVersion("MariaDB", major, minor).requireSupported());
    }

    @ParameterizedTest
    @CsvSource({"MariaDB,10,5", "MariaDB,5,7", "MySQL,8,4", "MySQL,10,6"})
    void olderServersAndThoseOfAnotherKindAreRefused(String product, int major, int minor) {
        assertThrows(TaskStoreException.class, () -> new ServerVersion(product, major, minor).requireSupported());
    }

    @Test
    void theRefusalSaysWhatWasFoundAndWhatToDo() {
        TaskStoreException refusal =
                assertThrows(TaskStoreException.class, () -> new ServerVersion("MySQL", 8, 4).requireSupported());
        assertEquals(
                "database.url names a server of MySQL 8.4; Easel needs MariaDB 10.6 or newer, or its embedded database,"
                        + " which it uses where database.url is empty",
                refusal.getMessage());
    }
}
