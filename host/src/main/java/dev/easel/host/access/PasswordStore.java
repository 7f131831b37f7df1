package dev.easel.host.access;

import dev.easel.host.database.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stores app passwords, as hashes; safe for use by several threads and hosts. */
final class PasswordStore {
    private static final String INSERT =
            "INSERT INTO app_password (selector, user_seq, salt, secret_hash, created_at) VALUES (?, ?, ?, ?, ?)";
    static final String FIND = """
            SELECT u.seq, u.name, u.administrator, p.salt, p.secret_hash
            FROM app_password p JOIN easel_user u ON u.seq = p.user_seq
            WHERE p.selector = ? AND u.removed_at = 0""";
    static final String OF_USER = "SELECT selector, created_at FROM app_password WHERE user_seq = ?";
    private static final String DELETE = "DELETE FROM app_password WHERE user_seq = ? AND selector = ?";
    private static final String DELETE_ALL = "DELETE FROM app_password WHERE user_seq = ?";
    static final String NEWER = "SELECT seq, selector FROM app_password WHERE seq > ?";

    private final Database database;

    /**
     * What is public of a password.
     *
     * @param selector its selector
     * @param createdAt when it was made
     */
    record Entry(String selector, Instant createdAt) {}

    /**
     * Selectors in use.
     *
     * @param lastSeq the place of the newest of them in the sequence; 0 for none
     * @param selectors the selectors
     */
    record Selectors(long lastSeq, List<String> selectors) {}

    PasswordStore(Database database) {
        this.database = database;
    }

    /** Stores a password of a user, who need not be there any more. */
    void insert(Caller.User user, AppPassword password, String salt, Instant now) {
        database.insert(INSERT, password.selector(), user.seq(), salt, password.hash(salt), now.toEpochMilli());
    }

    /** Finds a password whose user is there. */
    Optional<StoredPassword> find(String selector) {
        return database.query(
                FIND,
                rows -> rows.next()
                        ? Optional.of(new StoredPassword(
                                new Caller.User(
                                        rows.getString("name"), rows.getLong("seq"), rows.getBoolean("administrator")),
                                rows.getString("salt"),
                                rows.getString("secret_hash")))
                        : Optional.empty(),
                selector);
    }

    /** Returns a user's, the oldest first. */
    List<Entry> of(Caller.User user) {
        return database.query(
                OF_USER + " ORDER BY seq",
                rows -> {
                    List<Entry> entries = new ArrayList<>();
                    while (rows.next()) {
                        entries.add(new Entry(
                                rows.getString("selector"), Instant.ofEpochMilli(rows.getLong("created_at"))));
                    }
                    return entries;
                },
                user.seq());
    }

    /** Deletes a user's password; tells whether it was there. */
    boolean delete(Caller.User user, String selector) {
        return database.update(DELETE, user.seq(), selector) > 0;
    }

    /** Deletes all of a user's; tells how many there were. */
    int deleteAll(Caller.User user) {
        return database.update(DELETE_ALL, user.seq());
    }

    /** Finds the selectors that come after a place in the sequence. */
    Selectors newerThan(long seq) {
        return database.query(
                NEWER,
                rows -> {
                    List<String> selectors = new ArrayList<>();
                    long last = 0;
                    while (rows.next()) {
                        selectors.add(rows.getString("selector"));
                        last = Math.max(last, rows.getLong("seq"));
                    }
                    return new Selectors(last, selectors);
                },
                seq);
    }
}
