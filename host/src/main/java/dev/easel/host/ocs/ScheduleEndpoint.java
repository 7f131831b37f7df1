package dev.easel.host.ocs;

import dev.easel.api.task.Task;
import dev.easel.api.task.TaskRequest;
import dev.easel.host.access.Caller;
import dev.easel.host.access.GuestSession;
import dev.easel.host.task.OrderKey;
import dev.easel.host.task.Owner;
import dev.easel.host.task.TaskManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Takes orders for images; waits for the result as long as room, budget and client allow, without holding a thread. */
final class ScheduleEndpoint {
    private static final int DEFAULT_IMAGES = 8;

    private final TaskManager tasks;
    private final WaitingRoom room;
    private final SecureRandom random;

    ScheduleEndpoint(TaskManager tasks, WaitingRoom room, SecureRandom random) {
        this.tasks = tasks;
        this.room = room;
        this.random = random;
    }

    /** Tells whether a call repeats an order, so that it makes no task and is not counted. */
    boolean isRepeated(OcsCall call, Caller caller) {
        return call.header(IdempotencyKey.HEADER)
                .flatMap(IdempotencyKey::parse)
                .flatMap(key -> OrderKey.of(caller.owner(), key))
                .filter(tasks::isOrdered)
                .isPresent();
    }

    void schedule(OcsCall call, Caller caller) {
        Optional<OrderKey> key = IdempotencyKey.read(call).flatMap(name -> OrderKey.of(caller.owner(), name));
        TaskRequest request = read(call, caller.owner().userId());
        Optional<GuestSession> newSession = newSession(caller);
        Caller orderer = newSession
                .<Caller>map(session -> ((Caller.Guest) caller).in(session))
                .orElse(caller);
        Prefer prefer = Prefer.parse(call.headers("Prefer"));
        WaitingRoom.Place place = room.enter(prefer);
        call.context()
                .future(() -> order(
                                call, () -> place.waitFor(patience -> place(request, orderer.owner(), patience, key)))
                        .thenAccept(task -> {
                            newSession.ifPresent(session -> GuestCookie.set(call.context(), session));
                            prefer.applied(place.patience())
                                    .ifPresent(applied -> call.context().header("Preference-Applied", applied));
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

    /** The one place where a task comes into being over HTTP. */
    private CompletableFuture<Task> place(TaskRequest request, Owner owner, Duration patience, Optional<OrderKey> key) {
        return key.isPresent()
                ? tasks.runOrSchedule(request, owner, patience, key.get())
                : tasks.runOrSchedule(request, owner, patience);
    }

    /** Completes on a thread of the server, which may be kept busy by a slow client; the manager's may not. */
    private static CompletableFuture<Task> order(OcsCall call, Supplier<CompletableFuture<Task>> placing) {
        return placing.get().whenCompleteAsync((task, failure) -> {}, call.serverThreads());
    }

    private static void answer(OcsCall call, Task task) {
        try {
            call.answer(OcsReply.ok(TaskData.both(task)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
