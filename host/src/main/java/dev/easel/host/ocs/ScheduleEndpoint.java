package dev.easel.host.ocs;

import dev.easel.api.task.Task;
import dev.easel.api.task.TaskRequest;
import dev.easel.host.access.Caller;
import dev.easel.host.access.GuestSession;
import dev.easel.host.task.TaskManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Takes orders for images; waits for the result as long as budget and client allow, without holding a thread. */
final class ScheduleEndpoint {
    private static final int DEFAULT_IMAGES = 8;

    private final TaskManager tasks;
    private final Duration budget;
    private final SecureRandom random;

    ScheduleEndpoint(TaskManager tasks, Duration budget, SecureRandom random) {
        this.tasks = tasks;
        this.budget = budget;
        this.random = random;
    }

    void schedule(OcsCall call, Caller caller) {
        TaskRequest request = read(call, caller.owner().userId());
        Optional<GuestSession> newSession = newSession(caller);
        Caller orderer = newSession
                .<Caller>map(session -> ((Caller.Guest) caller).in(session))
                .orElse(caller);
        Prefer prefer = Prefer.parse(call.headers("Prefer"));
        call.context()
                .future(() -> order(call, request, orderer, prefer).thenAccept(task -> {
                    newSession.ifPresent(session -> GuestCookie.set(call.context(), session));
                    prefer.applied().ifPresent(applied -> call.context().header("Preference-Applied", applied));
                    answer(call, task);
                }));
    }

    private TaskRequest read(OcsCall call, Optional<String> userId) {
        ParameterReader reader = call.reader();
        String input = reader.requiredPrompt("input", TaskRequest.MAX_INPUT);
        String appId = reader.requiredText("appId", TaskRequest.MAX_NAME);
        String identifier =
                reader.optionalText("identifier", TaskRequest.MAX_NAME).orElse("");
        int maxImages = tasks.maxImages();
        int images = reader.integer("numberOfImages", 1, maxImages, Math.min(DEFAULT_IMAGES, maxImages));
        reader.throwIfFaulty();
        return new TaskRequest(input, appId, images, userId, identifier);
    }

    private Optional<GuestSession> newSession(Caller caller) {
        return caller instanceof Caller.Guest guest && guest.session().isEmpty()
                ? Optional.of(GuestSession.create(random))
                : Optional.empty();
    }

    /**
     * The one place where a task comes into being over HTTP: a repeated order that must not make a second task is to be
     * recognised here.
     *
     * @return completed on a thread of the server, which may be kept busy by a slow client; the manager's may not
     */
    private CompletableFuture<Task> order(OcsCall call, TaskRequest request, Caller orderer, Prefer prefer) {
        return tasks.runOrSchedule(request, orderer.owner(), prefer.lower(budget))
                .whenCompleteAsync((task, failure) -> {}, call.serverThreads());
    }

    private static void answer(OcsCall call, Task task) {
        try {
            call.answer(OcsReply.ok(TaskData.both(task)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
