package dev.easel.host.image;

import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names the files of the store: {@code <root>/<shard>/<task id>/<attempt>/<index>}, where the shard is the lowest byte
 * of the task's (random) id in two hexadecimal digits.
 *
 * <p>What is being written lies in {@code .<attempt>.<unique>.part} beside the attempts: whoever still writes under a
 * number that was begun anew has a folder of its own, and can publish nothing but that.
 *
 * @param root the folder that holds all
 */
record ImageLayout(Path root) {

    Path shard(long taskId) {
        return root.resolve(String.format("%02x", taskId & 0xFF));
    }

    Path task(long taskId) {
        return shard(taskId).resolve(Long.toString(taskId));
    }

    Path attempt(long taskId, int attempt) {
        return task(taskId).resolve(Integer.toString(attempt));
    }

    Path image(long taskId, int attempt, int index) {
        return attempt(taskId, attempt).resolve(Integer.toString(index));
    }

    /** Returns a name for a part that nobody else has. */
    Path newPart(long taskId, int attempt) {
        return task(taskId).resolve("." + attempt + "." + UUID.randomUUID() + ".part");
    }

    /** Says whether a path in a task's folder is this attempt, or a part of it. */
    static boolean belongsTo(int attempt, Path path) {
        String name = String.valueOf(path.getFileName());
        return name.equals(Integer.toString(attempt))
                || name.matches(Pattern.quote("." + attempt + ".") + "[0-9a-f-]+\\.part");
    }
}
