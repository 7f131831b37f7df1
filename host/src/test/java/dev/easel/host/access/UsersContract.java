package dev.easel.host.access;

import dev.easel.host.database.Database;
import dev.easel.host.image.FileImageStore;
import dev.easel.host.task.Owner;
import dev.easel.host.task.TaskPurge;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What users, app passwords and authentication are on every database; a subclass gives the database. */
abstract class UsersContract {
    private static final Authentication WRONG = new Authentication.WrongCredentials();

    private final AtomicLong nanos = new AtomicLong();
    private final SettableClock clock = new SettableClock();
    private KnownUsers known;
    private Users users;
    private PasswordAuthenticator host;

    /** Another host on the same database. */
    private KnownUsers knownElsewhere;

    private PasswordAuthenticator elsewhere;

    abstract Database database();

    /** Says how the database carries out a query. */
    abstract void assertByIndex(String sql, Object... parameters);

    @BeforeEach
    void begin(@TempDir Path folder) throws IOException {
        for (String table : List.of("task", "app_password", "easel_user")) {
            database().update("DELETE FROM " + table);
        }
        known = new KnownUsers(database(), nanos::get);
        knownElsewhere = new KnownUsers(database(), nanos::get);
        users = users(folder);
        host = new PasswordAuthenticator(known, true, true, clock);
        elsewhere = new PasswordAuthenticator(knownElsewhere, true, true, clock);
    }

    private Users users(Path folder) throws IOException {
        FileImageStore images = FileImageStore.open(folder, Clock.systemUTC());
        return new Users(database(), TaskPurge.withoutHost(database(), images), () -> known.changed(), clock);
    }

    private static Authentication ask(Authenticator authenticator, String credentials) {
        return ask(authenticator, credentials, "192.0.2.1");
    }

    private static Authentication ask(Authenticator authenticator, String credentials, String address) {
        return authenticator.authenticate(
                new RequestFacts(Optional.of(credentials), Optional.empty(), address, false, Optional.empty()));
    }

    private static String bearer(String password) {
        return "Bearer " + password;
    }

    private static Caller.User userOf(Authentication authentication) {
        return authentication instanceof Authentication.Known found && found.caller() instanceof Caller.User user
                ? user
                : new Caller.User("nobody: " + authentication, -1, false);
    }

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void aUserIsKnownByNameAndPasswordOrByThePasswordAlone() throws UserException {
        String password = users.add("alice", true);
        Caller.User alice = userOf(ask(host, TestAuthenticator.basic("alice", password)));
        assertEquals("alice", alice.name());
        assertTrue(alice.administrator());
        assertTrue(alice.seq() > 0);
        assertEquals(alice, userOf(ask(host, bearer(password.replace("-", "")))));
        assertEquals(alice, userOf(ask(elsewhere, bearer(password))));
        assertEquals(alice, known.user("alice"));
    }

    @Test
    void wrongCredentialsAreWrong() throws UserException {
        String alices = users.add("alice", false);
        users.add("bob", false);
        char last = alices.charAt(alices.length() - 1);
        String almost = alices.substring(0, alices.length() - 1) + (last == '0' ? '1' : '0');
        assertEquals(WRONG, ask(host, bearer(almost)));
        assertEquals(WRONG, ask(host, TestAuthenticator.basic("bob", alices)));
        assertEquals(WRONG, ask(host, TestAuthenticator.basic("Alice", alices)));
        assertEquals(WRONG, ask(host, TestAuthenticator.basic("alice", "")));
        assertEquals(WRONG, ask(host, "Digest whatever"));
        assertEquals(WRONG, ask(host, ""));
    }

    @Test
    void whoGivesNothingIsAGuestWhereGuestsAreServed() {
        RequestFacts nothing =
                new RequestFacts(Optional.empty(), Optional.empty(), "[::ffff:192.0.2.1]", false, Optional.empty());
        assertEquals(
                new Authentication.Known(new Caller.Guest("192.0.2.1", Optional.empty())), host.authenticate(nothing));
        assertEquals(
                new Authentication.NotLoggedIn(),
                new PasswordAuthenticator(known, false, true, clock).authenticate(nothing));
    }

    @Test
    void nothingStoredHoldsAPassword() throws UserException {
        AppPassword password = AppPassword.parse(users.add("alice", false)).orElseThrow();
        String stored = database().query("SELECT * FROM app_password", rows -> {
            StringBuilder text = new StringBuilder();
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    text.append(rows.getString(i)).append(' ');
                }
            }
            return text.toString();
        });
        assertTrue(stored.contains(password.selector()), stored);
        assertFalse(stored.contains(password.secret().substring(0, 8)), stored);
        assertFalse(stored.contains(password.hash("")), "unsalted");
    }

    @Test
    void aUserHasSeveralPasswordsAndEachIsRevokedForItself() throws UserException {
        String first = users.add("alice", false);
        String second = users.addPassword("alice");
        ask(host, bearer(first));
        users.revoke("alice", first.substring(0, 9));
        assertEquals(WRONG, ask(host, bearer(first)));
        assertEquals("alice", userOf(ask(host, bearer(second))).name());
        users.revokeAll("alice");
        assertEquals(WRONG, ask(host, bearer(second)));
        assertEquals(List.of(), reports().get(0).passwords());
    }

    @Test
    void aPasswordOfAnotherUserIsNotRevoked() throws UserException {
        String alices = users.add("alice", false);
        users.add("bob", false);
        UserException e = assertThrows(UserException.class, () -> users.revoke("bob", alices.substring(0, 9)));
        assertTrue(String.valueOf(e.getMessage()).contains("easel user list"), e::getMessage);
        assertEquals("alice", userOf(ask(host, bearer(alices))).name());
    }

    @Test
    void otherHostsHearOfItWithinFiveSeconds() throws UserException {
        String password = users.add("alice", false);
        assertEquals("alice", userOf(ask(elsewhere, bearer(password))).name());
        users.remove("alice");
        assertEquals(WRONG, ask(host, bearer(password)));
        passes(Duration.ofSeconds(5));
        assertEquals(WRONG, ask(elsewhere, bearer(password)));
        assertEquals(0, knownElsewhere.user("alice").seq());
    }

    @Test
    void aNewPasswordIsKnownElsewhereAfterASecondEvenIfSomebodyGuessedMeanwhile() throws UserException {
        assertEquals(WRONG, ask(elsewhere, bearer("0".repeat(36))));
        String password = users.add("alice", false);
        passes(KnownSelectors.REREAD_AFTER);
        assertEquals("alice", userOf(ask(elsewhere, bearer(password))).name());
    }

    @Test
    void aNewPasswordIsKnownAtOnceOnTheHostThatMadeIt() throws UserException {
        assertEquals(WRONG, ask(host, bearer("0".repeat(36))));
        String password = users.add("alice", false);
        assertEquals("alice", userOf(ask(host, bearer(password))).name());
    }

    @Test
    void guessesAreBoundedAndUsersOfTheSameAddressAreNotTouched() throws UserException {
        String alices = users.add("alice", false);
        for (int i = 0; i < AccessLimits.MISSES; i++) {
            assertEquals(WRONG, ask(host, bearer("0".repeat(35) + i)));
        }
        Authentication.TooManyGuesses blocked = new Authentication.TooManyGuesses(AccessLimits.MISSES_WINDOW);
        assertEquals(blocked, ask(host, bearer("1".repeat(36))));
        assertEquals("alice", userOf(ask(host, bearer(alices))).name());
        assertEquals(WRONG, ask(host, bearer("1".repeat(36)), "192.0.2.2"));
        clock.advance(AccessLimits.MISSES_WINDOW);
        assertEquals(WRONG, ask(host, bearer("1".repeat(36))));
    }

    @Test
    void guessesAtOnePasswordAreBoundedAndOthersOfTheAddressAreNotTouched() throws UserException {
        String alices = users.add("alice", false);
        String bobs = users.add("bob", false);
        String guess = alices.substring(0, 9) + "0".repeat(28);
        for (int i = 0; i < AccessLimits.MISSES; i++) {
            assertEquals(WRONG, ask(host, bearer(guess)));
        }
        assertEquals(new Authentication.TooManyGuesses(AccessLimits.MISSES_WINDOW), ask(host, bearer(alices)));
        assertEquals("bob", userOf(ask(host, bearer(bobs))).name());
        assertEquals("alice", userOf(ask(host, bearer(alices), "192.0.2.2")).name());
    }

    @Test
    void withoutLimitsGuessesAreNotBounded() {
        PasswordAuthenticator unlimited = new PasswordAuthenticator(known, true, false, clock);
        for (int i = 0; i < 2 * AccessLimits.MISSES; i++) {
            assertEquals(WRONG, ask(unlimited, bearer("0".repeat(36))));
        }
    }

    @Test
    void aNameIsGivenAgainButNothingIsInherited() throws UserException {
        users.add("alice", true);
        Caller.User before = known.user("alice");
        task(1, before.owner());
        users.remove("alice");
        users.add("alice", false);
        Caller.User after = known.user("alice");
        assertNotEquals(before.seq(), after.seq());
        assertFalse(after.administrator());
        assertFalse(after.owner().mayAccessTasksOf(before.owner()));
        assertNotEquals(before.limitKey(), after.limitKey());
    }

    @Test
    void removingDeletesTheTasksOfThatUserOnly() throws UserException {
        users.add("alice", false);
        users.add("bob", false);
        task(1, known.owner("alice"));
        task(2, known.owner("bob"));
        task(3, Owner.user("alice"));
        users.remove("alice");
        assertEquals(List.of(2L, 3L), tasks());
    }

    @Test
    void aRemovalThatWasBrokenOffIsEndedLater() throws UserException {
        users.add("alice", false);
        Caller.User alice = known.user("alice");
        task(1, alice.owner());
        new UserStore(database()).remove(alice, clock.instant());
        users.removed().sweep();
        assertEquals(List.of(), tasks());
        assertEquals(0, count("app_password"));
        task(2, alice.owner());
        clock.advance(RemovedUsers.FORGOTTEN_AFTER.plusMillis(1));
        users.removed().sweep();
        assertEquals(List.of(), tasks());
        assertEquals(0, count("easel_user"));
        users.removed().sweep();
    }

    @Test
    void aHostThatStartsEndsWhatWasBrokenOff() throws UserException {
        users.add("alice", false);
        Caller.User alice = known.user("alice");
        task(1, alice.owner());
        new UserStore(database()).remove(alice, clock.instant());
        try (RemovedUsers removed = users.removed()) {
            removed.start();
            Awaitility.await().until(() -> tasks().isEmpty());
        }
    }

    @Test
    void whatCannotBeDoneIsSaidWithTheNearestName() throws UserException {
        users.add("alice", false);
        UserException twice = assertThrows(UserException.class, () -> users.add("alice", true));
        assertTrue(String.valueOf(twice.getMessage()).contains("add-password alice"), twice::getMessage);
        UserException unknown = assertThrows(UserException.class, () -> users.remove("alic"));
        assertEquals("There is no user \"alic\"; the nearest name is alice.", unknown.getMessage());
        assertThrows(UserException.class, () -> users.addPassword("bob"));
        assertThrows(UserException.class, () -> users.revokeAll("bob"));
        assertThrows(IllegalArgumentException.class, () -> users.add("Alice ", false));
    }

    @Test
    void usersAreListedByNameWithSelectorsAndWithoutSecrets() throws UserException {
        String bobs = users.add("bob", false);
        String alices = users.add("alice", true);
        String second = users.addPassword("alice");
        List<UserReport> reports = reports();
        assertEquals(
                List.of("alice", "bob"), reports.stream().map(UserReport::name).toList());
        assertEquals(
                List.of(alices.substring(0, 9), second.substring(0, 9)),
                reports.get(0).passwords().stream()
                        .map(UserReport.Password::selector)
                        .toList());
        assertFalse(reports.toString().contains(bobs.substring(10)));
        assertEquals(clock.instant(), reports.get(1).created());
    }

    @Test
    void whatEachRequestMayAskIsFoundByAnIndex() {
        for (int i = 0; i < 300; i++) {
            database()
                    .update(
                            "INSERT INTO easel_user (name, administrator, created_at, removed_at)"
                                    + " VALUES (?, FALSE, 0, 0)",
                            "user-" + i);
            database()
                    .update(
                            "INSERT INTO app_password (selector, user_seq, salt, secret_hash, created_at)"
                                    + " SELECT ?, MAX(seq), '', '', 0 FROM easel_user",
                            "sel" + i);
        }
        assertByIndex(PasswordStore.FIND, "sel7");
        assertByIndex(PasswordStore.NEWER, 1_000_000_000L);
        assertByIndex(UserStore.FIND, "user-7");
        assertByIndex(PasswordStore.OF_USER, 7L);
    }

    private List<UserReport> reports() {
        List<UserReport> reports = new ArrayList<>();
        users.list(reports::add);
        return reports;
    }

    private void task(long id, Owner owner) {
        database()
                .update(
                        "INSERT INTO task (id, status, turn, turn_key, user_id, user_seq, app_id, identifier, input,"
                                + " number_of_images, attempt, crashes, failures, not_before, created_at, changed_at,"
                                + " completion_expected_at) VALUES (?, 1, 0, ?, ?, ?, 'app', '', 'a fox', 1, 0, 0, 0,"
                                + " 0, 0, 0, 0)",
                        id,
                        owner.turnKey(),
                        owner.userId().orElseThrow(),
                        owner.userSeq());
    }

    private List<Long> tasks() {
        return database().query("SELECT id FROM task ORDER BY id", rows -> {
            List<Long> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
            return ids;
        });
    }

    private long count(String table) {
        return database().query("SELECT COUNT(*) FROM " + table, rows -> rows.next() ? rows.getLong(1) : -1);
    }
}
