package dev.easel.host.task;

import dev.easel.host.image.ImageInfo;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The images of a task as one column, so that the one update that ends a task also makes its images visible.
 *
 * <p>A line for each image: index, media type, size, SHA-256 and time of publishing in milliseconds, with spaces
 * between them.
 */
final class PublishedImages {
    private PublishedImages() {}

    static String format(List<ImageInfo> images) {
        return images.stream().map(PublishedImages::formatLine).collect(Collectors.joining("\n"));
    }

    static List<ImageInfo> parse(@Nullable String column) {
        return column == null
                ? List.of()
                : column.lines().map(PublishedImages::parseLine).toList();
    }

    private static String formatLine(ImageInfo image) {
        return String.join(
                " ",
                Integer.toString(image.index()),
                image.mediaType(),
                Long.toString(image.size()),
                image.sha256(),
                Long.toString(image.publishedAt().toEpochMilli()));
    }

    private static ImageInfo parseLine(String line) {
        String[] parts = line.split(" ", -1);
        return new ImageInfo(
                Integer.parseInt(parts[0]),
                parts[1],
                Long.parseLong(parts[2]),
                parts[3],
                Instant.ofEpochMilli(Long.parseLong(parts[4])));
    }
}
