package dev.easel.host.http;

import dev.easel.host.task.TaskReports;
import java.util.Optional;

/** Reads tasks for administrators; safe for use by several threads. */
@FunctionalInterface
public interface AdminTasks {

    /**
     * Reads some of the tasks, oldest first.
     *
     * @param failedOnly only the failed ones
     * @param user only those of this user; all, with those of guests, if empty
     * @param after what an earlier page called the next; 0 for the first
     * @param limit how many at most, positive
     * @return the tasks
     */
    TaskReports.Page page(boolean failedOnly, Optional<String> user, long after, int limit);
}
