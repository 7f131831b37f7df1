package dev.easel.host.access;

import dev.easel.host.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.dbutils.ResultSetHandler;

/** Stores users; safe for use by several threads and hosts. */
final class UserStore {
    private static final String INSERT =
            "INSERT INTO easel_user (name, administrator, created_at, removed_at) VALUES (?, ?, ?, 0)";
    static final String FIND =
            "SELECT seq, name, administrator, created_at FROM easel_user WHERE name = ? AND removed_at = 0";
    private static final String ALL =
            "SELECT seq, name, administrator, created_at FROM easel_user WHERE removed_at = 0 ORDER BY name";
    private static final String REMOVE = "UPDATE easel_user SET removed_at = ? WHERE seq = ? AND removed_at = 0";
    static final String REMOVED = "SELECT seq, name, removed_at FROM easel_user WHERE removed_at > 0";
    private static final String FORGET = "DELETE FROM easel_user WHERE seq = ? AND removed_at > 0";

    private static final ResultSetHandler<List<UserRow>> USERS = rows -> {
        List<UserRow> users = new ArrayList<>();
        while (rows.next()) {
            users.add(read(rows));
        }
        return users;
    };

    private final Database database;

    /**
     * A user who is there.
     *
     * @param caller the user as a caller
     * @param createdAt when the user was added
     */
    record UserRow(Caller.User caller, Instant createdAt) {}

    /**
     * A user who was removed, and whose tasks may not all be deleted yet.
     *
     * @param caller the user as a caller, whom no credentials name any more
     * @param removedAt when the user was removed
     */
    record Removed(Caller.User caller, Instant removedAt) {}

    UserStore(Database database) {
        this.database = database;
    }

    /**
     * Stores a new user.
     *
     * @throws dev.easel.api.task.TaskStoreException if there is one of this name
     */
    void insert(String name, boolean administrator, Instant now) {
        database.insert(INSERT, name, administrator, now.toEpochMilli());
    }

    Optional<UserRow> find(String name) {
        return database.query(FIND, USERS, name).stream().findFirst();
    }

    /** Returns those who are there, by their names. */
    List<UserRow> all() {
        return database.query(ALL, USERS);
    }

    /** Removes a user; from then on nothing that belongs to the user is anybody's. False if that was done before. */
    boolean remove(Caller.User user, Instant now) {
        return database.update(REMOVE, now.toEpochMilli(), user.seq()) == 1;
    }

    List<Removed> removed() {
        return database.query(REMOVED, rows -> {
            List<Removed> removed = new ArrayList<>();
            while (rows.next()) {
                removed.add(new Removed(
                        new Caller.User(rows.getString("name"), rows.getLong("seq"), false),
                        Instant.ofEpochMilli(rows.getLong("removed_at"))));
            }
            return removed;
        });
    }

    /** Deletes what is left of a removed user. */
    void forget(Caller.User user) {
        database.update(FORGET, user.seq());
    }

    private static UserRow read(ResultSet row) throws SQLException {
        return new UserRow(
                new Caller.User(row.getString("name"), row.getLong("seq"), row.getBoolean("administrator")),
                Instant.ofEpochMilli(row.getLong("created_at")));
    }
}
