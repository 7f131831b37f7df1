package dev.easel.host.task;

import dev.easel.host.image.ImageStore;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes images that no task needs: those of tasks that are gone, and of attempts that ended without publishing. */
final class Leftovers {
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
    private static final int BATCH = 100;

    private final RetentionStore store;
    private final ImageStore images;

    Leftovers(RetentionStore store, ImageStore images) {
        this.store = store;
        this.images = images;
    }

    /**
     * Looks through one part of the image store.
     *
     * @param part 0 to {@link ImageStore#PARTS} - 1
     * @param before only what was not touched since
     */
    void sweep(int part, Instant before) {
        try {
            Map<Long, Set<Integer>> batch = new HashMap<>();
            for (Map.Entry<Long, Set<Integer>> task :
                    images.attempts(part, before).entrySet()) {
                batch.put(task.getKey(), task.getValue());
                if (batch.size() == BATCH) {
                    deleteUnneeded(batch);
                    batch.clear();
                }
            }
            deleteUnneeded(batch);
        } catch (IOException e) {
            LOG.warn("Leftovers among the images cannot be deleted", e);
        }
    }

    /** The rows are read after the folders: whatever was begun before has its row. */
    private void deleteUnneeded(Map<Long, Set<Integer>> found) throws IOException {
        if (found.isEmpty()) {
            return;
        }
        Map<Long, Integer> needed = store.neededAttempts(found.keySet());
        for (Map.Entry<Long, Set<Integer>> task : found.entrySet()) {
            Integer attempt = needed.get(task.getKey());
            if (attempt == null) {
                LOG.info("Deleting the images of task {}, which is gone", task.getKey());
                images.delete(task.getKey());
            } else {
                deleteAllBut(attempt, task.getKey(), task.getValue());
            }
        }
    }

    private void deleteAllBut(int needed, long taskId, Set<Integer> attempts) throws IOException {
        for (int attempt : attempts) {
            if (attempt != needed) {
                LOG.info("Deleting what attempt {} of task {} left without publishing it", attempt, taskId);
                images.delete(taskId, attempt);
            }
        }
    }
}
