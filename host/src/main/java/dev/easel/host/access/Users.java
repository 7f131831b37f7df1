package dev.easel.host.access;

import dev.easel.api.task.TaskStoreException;
import dev.easel.host.config.NearestName;
import dev.easel.host.database.Database;
import dev.easel.host.task.TaskPurge;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds, lists and removes users and their app passwords; safe for use by several threads and hosts.
 *
 * <p>Every method throws {@link TaskStoreException} when the database is away.
 */
public final class Users {
    /** What a user may be called. */
    public static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");

    private static final Logger AUDIT = LoggerFactory.getLogger("dev.easel.host.audit");
    private static final int SALT_BYTES = 16;

    private final UserStore users;
    private final PasswordStore passwords;
    private final RemovedUsers removed;
    private final Runnable changed;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * Makes one.
     *
     * @param database where the users are
     * @param tasks deletes what a removed user leaves
     * @param changed told of every change, after it is stored
     * @param clock tells the time
     */
    public Users(Database database, TaskPurge tasks, Runnable changed, Clock clock) {
        users = new UserStore(database);
        passwords = new PasswordStore(database);
        removed = new RemovedUsers(users, passwords, tasks, clock);
        this.changed = changed;
        this.clock = clock;
    }

    /**
     * Returns what ends what was begun: the tasks of users who were removed.
     *
     * @return not started
     */
    public RemovedUsers removed() {
        return removed;
    }

    /**
     * Adds a user with an app password.
     *
     * @param name matches {@link #NAME}
     * @param administrator whether the user manages this host
     * @return the password, which nobody is told again
     * @throws UserException if there is a user of this name
     */
    public String add(String name, boolean administrator) throws UserException {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" is no name of a user");
        }
        if (users.find(name).isPresent()) {
            throw new UserException("There is a user " + name + " already; easel user add-password " + name
                    + " makes another app password.");
        }
        users.insert(name, administrator, clock.instant());
        changed.run();
        AUDIT.info("added user={} administrator={}", name, administrator);
        return addPassword(name);
    }

    /**
     * Makes another app password of a user.
     *
     * @param name the user
     * @return the password, which nobody is told again
     * @throws UserException if there is no such user
     */
    public String addPassword(String name) throws UserException {
        Caller.User user = require(name);
        AppPassword password = AppPassword.generate(random);
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        passwords.insert(user, password, HexFormat.of().formatHex(salt), clock.instant());
        changed.run();
        AUDIT.info("added password={} user={}", AppPassword.grouped(password.selector()), name);
        return password.text();
    }

    /**
     * Revokes one app password.
     *
     * @param name the user
     * @param selector the password's selector, grouped or not
     * @throws UserException if there is no such user or the user has no such password
     */
    public void revoke(String name, String selector) throws UserException {
        Caller.User user = require(name);
        String canonical = AppPassword.parseSelector(selector)
                .filter(letters -> passwords.delete(user, letters))
                .orElseThrow(() -> new UserException("User " + name + " has no app password \"" + selector
                        + "\"; easel user list shows the selectors of those there are."));
        changed.run();
        AUDIT.info("revoked password={} user={}", AppPassword.grouped(canonical), name);
    }

    /**
     * Revokes all app passwords of a user, who stays.
     *
     * @param name the user
     * @throws UserException if there is no such user
     */
    public void revokeAll(String name) throws UserException {
        int revoked = passwords.deleteAll(require(name));
        changed.run();
        AUDIT.info("revoked passwords={} user={}", revoked, name);
    }

    /**
     * Removes a user, with the app passwords, the tasks and their images. If it is broken off once the user is removed,
     * the next host that runs does the rest.
     *
     * @param name the user
     * @throws UserException if there is no such user
     */
    public void remove(String name) throws UserException {
        Caller.User user = require(name);
        users.remove(user, clock.instant());
        changed.run();
        AUDIT.info("removed user={}", name);
        removed.sweep();
    }

    /**
     * Lists the users by their names.
     *
     * @param each gets the users one by one, on the calling thread
     */
    public void list(Consumer<UserReport> each) {
        for (UserStore.UserRow user : users.all()) {
            List<UserReport.Password> own = passwords.of(user.caller()).stream()
                    .map(entry -> new UserReport.Password(AppPassword.grouped(entry.selector()), entry.createdAt()))
                    .toList();
            each.accept(new UserReport(user.caller().name(), user.caller().administrator(), user.createdAt(), own));
        }
    }

    private Caller.User require(String name) throws UserException {
        return users.find(name)
                .map(UserStore.UserRow::caller)
                .orElseThrow(() -> new UserException("There is no user \"" + name + "\"" + meant(name) + "."));
    }

    private String meant(String name) {
        List<String> names =
                users.all().stream().map(user -> user.caller().name()).toList();
        return NearestName.of(name, names)
                .map(nearest -> "; the nearest name is " + nearest)
                .orElse("; easel user add " + name + " adds one");
    }
}
