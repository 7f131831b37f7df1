package dev.easel.host.task;

import dev.easel.api.task.PreConditionNotMetException;
import dev.easel.api.task.Task;
import dev.easel.api.task.TaskNotFoundException;
import dev.easel.api.task.TaskRequest;
import dev.easel.api.task.TaskStatus;
import dev.easel.host.image.ImageStore;
import dev.easel.host.image.StoredImage;
import dev.easel.host.provider.ProviderRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tasks in the database and their images in the image store. */
final class StoredTaskManager implements TaskManager {
    private static final Logger LOG = LoggerFactory.getLogger(StoredTaskManager.class);

    private final TaskScheduler scheduler;
    private final TaskStore store;
    private final ImageStore images;
    private final ProviderRegistry registry;
    private final Settings settings;

    /**
     * What the manager needs besides its collaborators.
     *
     * @param maxImages how many images one task may want
     * @param active the runs that are under way
     * @param snapshots makes what callers see
     * @param orders recognises repeated orders
     * @param answers where the answers to those who waited are read, which may take as long as the database does
     */
    record Settings(int maxImages, ActiveRuns active, TaskSnapshots snapshots, OrderBook orders, Executor answers) {}

    StoredTaskManager(
            TaskScheduler scheduler, TaskStore store, ImageStore images, ProviderRegistry registry, Settings settings) {
        this.scheduler = scheduler;
        this.store = store;
        this.images = images;
        this.registry = registry;
        this.settings = settings;
    }

    @Override
    public boolean hasProviders() {
        return !registry.providers().isEmpty();
    }

    @Override
    public int maxImages() {
        return settings.maxImages();
    }

    @Override
    public CompletableFuture<Task> runOrSchedule(TaskRequest request, Owner owner, Duration budget) {
        requireAcceptable(request);
        return read(scheduler.schedule(request, owner, budget, Optional.empty()));
    }

    @Override
    public CompletableFuture<Task> runOrSchedule(TaskRequest request, Owner owner, Duration budget, OrderKey key) {
        Order order = Order.of(key, request);
        return read(settings.orders().repeat(order, budget).orElseGet(() -> {
            requireAcceptable(request);
            return settings.orders().place(order, request, owner, budget);
        }));
    }

    private CompletableFuture<Task> read(CompletableFuture<Accepted> stored) {
        return stored.isDone()
                ? stored.thenApply(this::present)
                : stored.thenApplyAsync(this::present, settings.answers());
    }

    @Override
    public boolean isOrdered(OrderKey key) {
        return settings.orders().isKnown(key);
    }

    @Override
    public Optional<Task> find(long id) {
        return store.find(id).map(this::snapshot);
    }

    @Override
    public Optional<Task> find(long id, Owner caller) {
        return store.find(id).filter(task -> task.isOpenTo(caller)).map(this::snapshot);
    }

    @Override
    public Optional<StoredImage> image(long id, int index) {
        return store.find(id)
                .filter(task -> task.status() == TaskStatus.SUCCESSFUL)
                .filter(task -> index >= 0 && index < task.images().size())
                .flatMap(task ->
                        images.find(id, task.run().attempt(), task.images().get(index)));
    }

    @Override
    public void list(Owner owner, String appId, Optional<String> identifier, Consumer<Task> each) {
        store.list(owner, appId, only(identifier, each));
    }

    /** Hands over the tasks of all guests that one application ordered, oldest first. */
    void listGuests(String appId, Optional<String> identifier, Consumer<Task> each) {
        store.listGuests(appId, only(identifier, each));
    }

    /** Says why a task failed, in English. */
    String failureReason(long id) {
        return store.find(id).flatMap(task -> task.run().reason()).orElse("the task was deleted");
    }

    @Override
    public Optional<Task> delete(long id) {
        Optional<TaskRow> task = store.find(id);
        if (task.isEmpty() || !store.delete(id)) {
            return Optional.empty();
        }
        settings.active().of(id).ifPresent(run -> run.cancellation().cancel());
        try {
            images.delete(id);
        } catch (IOException e) {
            LOG.warn("Images of the deleted task {} are left over", id, e);
        }
        return task.map(this::snapshot);
    }

    private Consumer<TaskRow> only(Optional<String> identifier, Consumer<Task> each) {
        return task -> {
            if (identifier.isEmpty() || identifier.get().equals(task.request().identifier())) {
                each.accept(snapshot(task));
            }
        };
    }

    private void requireAcceptable(TaskRequest request) {
        if (!hasProviders()) {
            throw new PreConditionNotMetException("No text to image provider is available");
        }
        if (request.numberOfImages() > settings.maxImages()) {
            throw new IllegalArgumentException("numberOfImages is " + request.numberOfImages() + "; 1 to "
                    + settings.maxImages() + " are allowed");
        }
    }

    private Task present(Accepted task) {
        return task.queued()
                .or(() -> store.find(task.id()))
                .map(this::snapshot)
                .orElseThrow(() -> new TaskNotFoundException(task.id()));
    }

    private Task snapshot(TaskRow task) {
        return settings.snapshots().of(task);
    }
}
