package dev.easel.dist;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** What clients were told; safe for use by several threads. */
final class ClientLedger {
    private final Map<Long, Accepted> accepted = new ConcurrentHashMap<>();
    private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();

    void accepted(long id, String prompt, int images, int status) {
        Accepted task = new Accepted(prompt, images, new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>());
        task.statuses().add(status);
        if (accepted.putIfAbsent(id, task) != null) {
            throw new AssertionError("The id " + id + " was given twice");
        }
    }

    /** Notes that nobody knows whether there is a task for a prompt. */
    void unanswered(String prompt) {
        unanswered.add(prompt);
    }

    void saw(long id, int status) {
        task(id).statuses().add(status);
    }

    void saw(long id, Spelling image) {
        task(id).images().add(image);
    }

    Accepted task(long id) {
        Accepted task = accepted.get(id);
        if (task == null) {
            throw new IllegalArgumentException("No client was told of the task " + id);
        }
        return task;
    }

    Map<Long, Accepted> accepted() {
        return Map.copyOf(accepted);
    }

    List<String> unanswered() {
        return List.copyOf(unanswered);
    }

    /**
     * A task that a client was told of.
     *
     * @param prompt what was asked for
     * @param count how many images were asked for
     * @param statuses every status that was told, in order; 404 for an id that was said to be unknown
     * @param images what the images said, as often as they were fetched
     */
    record Accepted(String prompt, int count, List<Integer> statuses, List<Spelling> images) {}
}
