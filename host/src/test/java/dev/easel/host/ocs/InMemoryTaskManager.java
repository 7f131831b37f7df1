package dev.easel.host.ocs;

import dev.easel.api.task.PreConditionNotMetException;
import dev.easel.api.task.Task;
import dev.easel.api.task.TaskRequest;
import dev.easel.api.task.TaskStatus;
import dev.easel.api.task.TaskStoreException;
import dev.easel.host.image.StoredImage;
import dev.easel.host.task.OrderKey;
import dev.easel.host.task.OrderKeyReusedException;
import dev.easel.host.task.Owner;
import dev.easel.host.task.TaskManager;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A task manager whose tasks become what a test wants them to become. */
public final class InMemoryTaskManager implements TaskManager {
    public static final Instant EXPECTED = Instant.ofEpochSecond(1_700_005_400);

    /** A task with its owner. */
    public record Owned(Task task, Owner owner) {}

    private record Ordered(TaskRequest request, CompletableFuture<Task> answer) {}

    private final Map<Long, Owned> tasks = new LinkedHashMap<>();
    private final Map<Long, List<StoredImage>> images = new LinkedHashMap<>();
    private final Map<OrderKey, Ordered> ordered = new ConcurrentHashMap<>();
    private final AtomicLong nextId = new AtomicLong(7);

    public final List<Owner> owners = new CopyOnWriteArrayList<>();
    public final List<Duration> budgets = new CopyOnWriteArrayList<>();
    public final ConcurrentLinkedQueue<CompletableFuture<Void>> waiting = new ConcurrentLinkedQueue<>();

    public volatile boolean providers = true;
    public volatile boolean storeDown;
    public volatile boolean hold;
    public volatile Optional<RuntimeException> failure = Optional.empty();
    public volatile int maxImages = 12;
    public volatile int listFailsAfter = Integer.MAX_VALUE;
    public volatile TaskStatus becomes = TaskStatus.SCHEDULED;

    @Override
    public boolean hasProviders() {
        checkStore();
        return providers;
    }

    @Override
    public int maxImages() {
        return maxImages;
    }

    @Override
    public CompletableFuture<Task> runOrSchedule(TaskRequest request, Owner owner, Duration budget) {
        checkStore();
        if (!providers) {
            throw new PreConditionNotMetException("none");
        }
        owners.add(owner);
        budgets.add(budget);
        Task task = add(request, owner, becomes);
        if (!hold) {
            return CompletableFuture.completedFuture(task);
        }
        CompletableFuture<Void> release = new CompletableFuture<>();
        waiting.add(release);
        return release.thenApply(done -> task);
    }

    @Override
    public CompletableFuture<Task> runOrSchedule(TaskRequest request, Owner owner, Duration budget, OrderKey key) {
        Ordered earlier = ordered.get(key);
        if (earlier != null && !earlier.request().equals(request)) {
            throw new OrderKeyReusedException();
        }
        if (earlier != null) {
            return earlier.answer();
        }
        CompletableFuture<Task> answer = runOrSchedule(request, owner, budget);
        ordered.put(key, new Ordered(request, answer));
        return answer;
    }

    @Override
    public boolean isOrdered(OrderKey key) {
        return ordered.containsKey(key);
    }

    public synchronized Task add(TaskRequest request, Owner owner, TaskStatus status) {
        Task task = new Task(nextId.getAndIncrement(), status, request, EXPECTED, Optional.empty());
        tasks.put(task.id(), new Owned(task, owner));
        return task;
    }

    /** Adds the task number 7 of the golden exchanges, or what follows it. */
    public Task addOf(Owner owner, TaskStatus status, String identifier) {
        return add(new TaskRequest("a red fox", "my_app", 2, owner.userId(), identifier), owner, status);
    }

    public synchronized void addImage(long id, StoredImage image) {
        images.computeIfAbsent(id, absent -> new CopyOnWriteArrayList<>()).add(image);
    }

    @Override
    public synchronized Optional<Task> find(long id) {
        checkStore();
        return Optional.ofNullable(tasks.get(id)).map(Owned::task);
    }

    @Override
    public synchronized Optional<Task> find(long id, Owner caller) {
        checkStore();
        return Optional.ofNullable(tasks.get(id))
                .filter(owned -> caller.mayAccessTasksOf(owned.owner()))
                .map(Owned::task);
    }

    @Override
    public synchronized Optional<StoredImage> image(long id, int index) {
        checkStore();
        List<StoredImage> all = images.getOrDefault(id, List.of());
        return index < 0 || index >= all.size() ? Optional.empty() : Optional.of(all.get(index));
    }

    @Override
    public void list(Owner owner, String appId, Optional<String> identifier, Consumer<Task> each) {
        checkStore();
        int handed = 0;
        for (Owned owned : snapshot()) {
            if (isListed(owned, owner, appId, identifier)) {
                if (handed++ >= listFailsAfter) {
                    throw new TaskStoreException("the database went away", null);
                }
                each.accept(owned.task());
            }
        }
    }

    private synchronized List<Owned> snapshot() {
        return List.copyOf(tasks.values());
    }

    private static boolean isListed(Owned owned, Owner owner, String appId, Optional<String> identifier) {
        boolean own = owner.userId().isPresent()
                ? owner.userId().equals(owned.owner().userId())
                : owner.guest().isPresent()
                        && owner.guest().equals(owned.owner().guest());
        return own
                && owned.task().appId().equals(appId)
                && identifier.map(owned.task().identifier()::equals).orElse(true);
    }

    @Override
    public synchronized Optional<Task> delete(long id) {
        checkStore();
        return Optional.ofNullable(tasks.remove(id)).map(Owned::task);
    }

    public void release() {
        waiting.forEach(release -> release.complete(null));
    }

    private void checkStore() {
        if (storeDown) {
            throw new TaskStoreException("the database is away", null);
        }
        failure.ifPresent(exception -> {
            throw exception;
        });
    }
}
