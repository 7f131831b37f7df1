package dev.easel.host.ocs;

import dev.easel.api.task.Task;
import dev.easel.host.access.Caller;
import dev.easel.host.image.StoredImage;
import dev.easel.host.task.TaskManager;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** Serves images. */
final class ImageEndpoint {
    private final TaskManager tasks;
    private final TaskEndpoints finder;

    ImageEndpoint(TaskManager tasks, TaskEndpoints finder) {
        this.tasks = tasks;
        this.finder = finder;
    }

    void image(OcsCall call, Caller caller) throws IOException {
        Task task = finder.find(call, caller);
        String index = call.pathPart("index");
        StoredImage image =
                index(index).flatMap(number -> tasks.image(task.id(), number)).orElseThrow(() -> notFound(call));
        try {
            new ImageResponse(image, call).send(index);
        } catch (NoSuchFileException e) {
            throw notFound(call);
        }
    }

    private static OcsException notFound(OcsCall call) {
        return new OcsException(OcsReply.refusal(404, call.messages().get("image.not-found")));
    }

    private static Optional<Integer> index(String text) {
        return text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
