package dev.easel.host.access;

import dev.easel.api.task.TaskStoreException;
import dev.easel.host.database.Database;
import dev.easel.host.task.EmbeddedDatabases;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Users on the embedded database, and what happens while it is away. */
class EmbeddedUsersTest extends UsersContract {
    private static Database database;

    @BeforeAll
    static void open(@TempDir Path data) {
        database = EmbeddedDatabases.open(data);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    Database database() {
        return database;
    }

    @Override
    void assertByIndex(String sql, Object... parameters) {
        String plan = database.query(
                "EXPLAIN " + sql,
                rows -> {
                    rows.next();
                    return rows.getString(1);
                },
                parameters);
        assertFalse(plan.toLowerCase(Locale.ROOT).contains("tablescan"), plan);
    }

    @Test
    void aFloodOfGuessesCostsNoLookInTheDatabase(@TempDir Path data) {
        Database away = EmbeddedDatabases.open(data);
        PasswordAuthenticator host =
                new PasswordAuthenticator(new KnownUsers(away, () -> 0), true, false, new SettableClock());
        assertEquals(new Authentication.WrongCredentials(), host.authenticate(facts("0".repeat(36))));
        away.close();
        for (int i = 0; i < 1000; i++) {
            String guess = "%036d".formatted(i);
            assertEquals(new Authentication.WrongCredentials(), host.authenticate(facts(guess)));
        }
    }

    @Test
    void aFloodAtOnePasswordCostsNoLookEither(@TempDir Path data) {
        Database away = EmbeddedDatabases.open(data);
        PasswordStore passwords = new PasswordStore(away);
        UserStore users = new UserStore(away);
        users.insert("alice", false, new SettableClock().instant());
        Caller.User alice = users.find("alice").orElseThrow().caller();
        AppPassword password = new AppPassword("00000000", "1".repeat(28));
        passwords.insert(alice, password, "salt", new SettableClock().instant());
        PasswordAuthenticator host =
                new PasswordAuthenticator(new KnownUsers(away, () -> 0), true, false, new SettableClock());
        assertEquals(new Authentication.Known(alice), host.authenticate(facts(password.text())));
        away.close();
        for (int i = 0; i < 1000; i++) {
            String guess = "00000000%028d".formatted(i);
            assertEquals(new Authentication.WrongCredentials(), host.authenticate(facts(guess)));
        }
        assertEquals(new Authentication.Known(alice), host.authenticate(facts(password.text())));
    }

    @Test
    void whileTheDatabaseIsAwayNobodyIsTakenForWrong(@TempDir Path data) {
        Database away = EmbeddedDatabases.open(data);
        AtomicLong nanos = new AtomicLong();
        PasswordAuthenticator host =
                new PasswordAuthenticator(new KnownUsers(away, nanos::get), true, true, new SettableClock());
        away.close();
        for (int i = 0; i < 20; i++) {
            assertThrows(TaskStoreException.class, () -> host.authenticate(facts("0".repeat(36))));
        }
        KnownUsers unread = new KnownUsers(away, nanos::get);
        assertThrows(TaskStoreException.class, () -> unread.user("alice"));
        assertThrows(TaskStoreException.class, () -> unread.user("alice"));
        assertEquals(
                new Authentication.Known(new Caller.Guest("192.0.2.1", Optional.empty())),
                host.authenticate(
                        new RequestFacts(Optional.empty(), Optional.empty(), "192.0.2.1", false, Optional.empty())));
    }

    private static RequestFacts facts(String password) {
        return new RequestFacts(
                Optional.of("Bearer " + password), Optional.empty(), "192.0.2.1", false, Optional.empty());
    }
}
