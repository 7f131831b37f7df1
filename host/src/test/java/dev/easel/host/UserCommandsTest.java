package dev.easel.host;

import dev.easel.host.control.ControlServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

final class UserCommandsTest {
    private static final List<String> LIST = List.of(
            "NAME                      ROLE           CREATED               APP PASSWORDS",
            "alice                     administrator  1970-01-01T00:00:01Z  k3v9-qz7m 0000-0001",
            "bob                       user           1970-01-01T00:00:02Z  -");

    private final Path data;
    private final CommandLineFixture easel;

    UserCommandsTest(@TempDir Path folder) throws IOException {
        data = Files.createDirectories(folder.resolve("data"));
        easel = new CommandLineFixture(folder);
    }

    private void doEverything() {
        assertEquals(0, easel.run("user", "add", "carol"));
        assertEquals("the password of carol\n", easel.out());
        assertEquals("", easel.err());
        assertEquals(0, easel.run("user", "add", "dan.2@x-y_z", "--admin"));
        assertEquals(0, easel.run("user", "add-password", "carol"));
        assertEquals("another password of carol\n", easel.out());
        assertEquals(0, easel.run("user", "revoke", "carol", "k3v9-qz7m"));
        assertEquals(0, easel.run("user", "revoke", "carol", "--all"));
        assertEquals(0, easel.run("user", "remove", "carol"));
        assertEquals("", easel.out());
        assertEquals(0, easel.run("user", "list"));
        assertEquals(LIST, easel.out().lines().toList());
        assertEquals(
                List.of(
                        "add carol",
                        "add dan.2@x-y_z as administrator",
                        "add password of carol",
                        "revoke k3v9-qz7m of carol",
                        "revoke all of carol",
                        "remove carol"),
                easel.engine.users.done.stream()
                        .filter(deed -> !deed.equals("closed"))
                        .toList());
    }

    @Test
    void withoutAHostTheDatabaseIsOpenedAndClosed() {
        doEverything();
        assertEquals(7, easel.engine.events.size());
        assertEquals(
                7, easel.engine.users.done.stream().filter("closed"::equals).count());
    }

    @Test
    void aRunningHostDoesIt() throws IOException {
        try (ControlServer host = ControlServer.open(data, UserControl.handlers(easel.engine.users))) {
            doEverything();
            assertEquals(List.of(), easel.engine.events);
        }
    }

    @Test
    void whatTheHostRefusesIsSaid() throws IOException {
        try (ControlServer host = ControlServer.open(data, UserControl.handlers(easel.engine.users))) {
            assertEquals(1, easel.run("user", "add", "alice"));
            assertEquals(List.of("There is a user alice already."), easel.errLines());
            assertEquals("", easel.out());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user",
                "user add",
                "user add Alice",
                "user add -x",
                "user add a/b",
                "user add alice bob",
                "user add alice --root",
                "user remove",
                "user add-password",
                "user revoke alice",
                "user revoke alice k3v9-qz7m --all",
                "user revoke",
                "user list alice",
                "user rename alice"
            })
    void wrongUsageIsRefusedBeforeAnythingIsDone(String command) {
        assertEquals(2, easel.run(command.split(" ")), easel::err);
        assertEquals(List.of(), easel.engine.users.done);
        assertTrue(!easel.errLines().isEmpty());
    }

    @Test
    void namesOfSixtyFourCharactersAreAllowedAndNotMore() {
        assertEquals(0, easel.run("user", "add", "a".repeat(64)));
        assertEquals(2, easel.run("user", "add", "a".repeat(65)));
        assertEquals(
                List.of("NAME is \"" + "a".repeat(65)
                        + "\"; it must be 1 to 64 lower-case letters, digits, dots, underscores, at signs and hyphens,"
                        + " and begin with a letter or a digit."),
                easel.errLines());
    }

    @Test
    void everyFieldSurvivesTheSocket() {
        assertEquals(FakeUsers.ALICE, UserReportJson.read(UserReportJson.write(FakeUsers.ALICE)));
        assertEquals(FakeUsers.BOB, UserReportJson.read(UserReportJson.write(FakeUsers.BOB)));
    }
}
