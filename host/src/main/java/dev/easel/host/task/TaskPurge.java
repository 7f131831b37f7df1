package dev.easel.host.task;

import dev.easel.host.database.Database;
import dev.easel.host.image.ImageStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.apache.commons.dbutils.ResultSetHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes everything of one user's: the tasks, in whatever state they are, with their images.
 *
 * <p>Can be broken off anywhere and done again. Safe for use by several threads and hosts.
 */
public final class TaskPurge {
    static final String OF_USER = "SELECT id FROM task WHERE user_id = ? AND user_seq = ? LIMIT ?";

    private static final Logger LOG = LoggerFactory.getLogger(TaskPurge.class);
    private static final int BATCH = 100;
    private static final ResultSetHandler<List<Long>> IDS = rows -> {
        List<Long> ids = new ArrayList<>();
        while (rows.next()) {
            ids.add(rows.getLong("id"));
        }
        return ids;
    };

    private final Database database;
    private final LongConsumer delete;

    TaskPurge(Database database, LongConsumer delete) {
        this.database = database;
        this.delete = delete;
    }

    /**
     * Makes one for where no host runs; hosts elsewhere cancel runs whose tasks are gone by themselves.
     *
     * @param database where the tasks are
     * @param images where their images are
     * @return one that has deleted nothing yet
     */
    public static TaskPurge withoutHost(Database database, ImageStore images) {
        TaskStore store = new TaskStore(database);
        return new TaskPurge(database, id -> {
            store.delete(id);
            try {
                images.delete(id);
            } catch (IOException e) {
                LOG.warn("Images of the deleted task {} are left over", id, e);
            }
        });
    }

    /**
     * Deletes all tasks of a user.
     *
     * @param user whose; an owner with an internal id
     * @return how many there were
     */
    public int deleteAll(Owner user) {
        int deleted = 0;
        List<Long> found;
        do {
            found = database.query(OF_USER, IDS, user.userId().orElseThrow(), user.userSeq(), BATCH);
            found.forEach(delete::accept);
            deleted += found.size();
        } while (!found.isEmpty());
        return deleted;
    }
}
