package dev.easel.host.task;

import dev.easel.api.task.OutputImage;
import dev.easel.api.task.TaskStatus;
import dev.easel.host.image.ImageInfo;
import dev.easel.host.image.ImageStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;

/** The images of a task as plugins see them. */
final class OutputImages {
    private OutputImages() {}

    static Optional<List<OutputImage>> of(TaskRow task, ImageStore store) {
        return task.status() == TaskStatus.SUCCESSFUL
                ? Optional.of(task.images().stream()
                        .<OutputImage>map(
                                image -> new Stored(task.id(), task.run().attempt(), image, store))
                        .toList())
                : Optional.empty();
    }

    private record Stored(long taskId, int attempt, ImageInfo info, ImageStore store) implements OutputImage {
        @Override
        public int index() {
            return info.index();
        }

        @Override
        public String mediaType() {
            return info.mediaType();
        }

        @Override
        public InputStream openStream() throws IOException {
            return store.find(taskId, attempt, info)
                    .orElseThrow(() -> new NoSuchFileException("image " + info.index() + " of task " + taskId))
                    .open(0);
        }
    }
}
