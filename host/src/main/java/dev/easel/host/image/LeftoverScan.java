package dev.easel.host.image;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists what lies in one shard of the store; what others delete meanwhile is left out. */
final class LeftoverScan {
    private static final Pattern TASK = Pattern.compile("[0-9]{1,18}");
    private static final Pattern ATTEMPT = Pattern.compile("([0-9]{1,9})|\\.([0-9]{1,9})\\.[0-9a-f-]+\\.part");

    private final Instant before;

    /**
     * Makes a scan.
     *
     * @param before only what was not touched since
     */
    LeftoverScan(Instant before) {
        this.before = before;
    }

    /** The attempts, published or not, of the tasks with folders in a shard; a task may have none. */
    Map<Long, Set<Integer>> attemptsIn(Path shard) throws IOException {
        Map<Long, Set<Integer>> found = new TreeMap<>();
        for (Path task : entries(shard)) {
            String name = String.valueOf(task.getFileName());
            if (TASK.matcher(name).matches() && isOld(task)) {
                found.put(Long.valueOf(name), oldAttempts(task));
            }
        }
        return found;
    }

    private Set<Integer> oldAttempts(Path task) throws IOException {
        Set<Integer> found = new TreeSet<>();
        for (Path entry : entries(task)) {
            Optional<Integer> attempt = attemptOf(entry);
            if (attempt.isPresent() && isOldWithFiles(entry)) {
                found.add(attempt.get());
            }
        }
        return found;
    }

    private static Optional<Integer> attemptOf(Path entry) {
        Matcher matcher = ATTEMPT.matcher(String.valueOf(entry.getFileName()));
        return matcher.matches()
                ? Optional.of(Integer.valueOf(matcher.group(1) != null ? matcher.group(1) : matcher.group(2)))
                : Optional.empty();
    }

    /** Writing to a file does not touch its folder. */
    private boolean isOldWithFiles(Path folder) throws IOException {
        for (Path file : entries(folder)) {
            if (!isOld(file)) {
                return false;
            }
        }
        return isOld(folder);
    }

    private boolean isOld(Path path) throws IOException {
        try {
            return Files.getLastModifiedTime(path).toInstant().isBefore(before);
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(found::add);
        } catch (NoSuchFileException | NotDirectoryException none) {
            return List.of();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return found;
    }
}
