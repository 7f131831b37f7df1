package dev.easel.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of images as hosts leave it: {@code <shard>/<task>/<attempt>/<index>}.
 *
 * @param root the folder
 */
record ImageFolder(Path root) {

    /** What lies there for each attempt: published, about to be, or given up. */
    List<Attempt> attempts() throws IOException {
        List<Attempt> attempts = new ArrayList<>();
        for (Path shard : list(root)) {
            for (Path task : list(shard)) {
                for (Path attempt : list(task)) {
                    attempts.add(new Attempt(
                            Long.parseLong(task.getFileName().toString()),
                            attempt.getFileName().toString(),
                            list(attempt)));
                }
            }
        }
        return attempts;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /**
     * The folder of an attempt.
     *
     * @param task the task's id
     * @param name the attempt's number; begins with a dot while it is being written
     * @param files its images
     */
    record Attempt(long task, String name, List<Path> files) {
        boolean isPublishedBy(TaskLine line) {
            return line.isSuccessful() && line.id() == task && name.equals(Integer.toString(line.attempts()));
        }
    }
}
