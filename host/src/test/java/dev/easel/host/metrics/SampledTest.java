package dev.easel.host.metrics;

import dev.easel.api.task.TaskStoreException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SampledTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AtomicLong now = new AtomicLong(-5);
    private final AtomicInteger measurements = new AtomicInteger();

    @Test
    void aValueIsKeptForAWhileAndThenMeasuredAgain() {
        Sampled<Integer> sampled = sampled(measurements::incrementAndGet);
        assertEquals(Optional.empty(), sampled.latest());
        assertEquals(1, refreshed(sampled));
        pass(Duration.ofSeconds(4));
        assertEquals(1, refreshed(sampled));
        pass(Duration.ofSeconds(1));
        assertEquals(2, refreshed(sampled));
    }

    @Test
    void whatTakesLongIsMeasuredLessOften() {
        Sampled<Integer> sampled = sampled(() -> {
            pass(Duration.ofSeconds(1));
            return measurements.incrementAndGet();
        });
        assertEquals(1, refreshed(sampled));
        pass(Duration.ofSeconds(49));
        assertEquals(1, refreshed(sampled));
        pass(Duration.ofSeconds(1));
        assertEquals(2, refreshed(sampled));
    }

    @Test
    void withoutTheDatabaseTheValueIsUnknownUntilItIsBack() {
        Sampled<Integer> sampled = sampled(() -> {
            if (measurements.incrementAndGet() == 2) {
                throw new TaskStoreException("gone", null);
            }
            return 7;
        });
        assertEquals(7, refreshed(sampled));
        pass(Duration.ofSeconds(5));
        sampled.refresh(PATIENCE);
        assertEquals(Optional.empty(), sampled.latest());
        pass(Duration.ofSeconds(5));
        assertEquals(7, refreshed(sampled));
    }

    @Test
    void whatDoesNotAnswerHoldsNobodyUpAndIsNotAskedTwice() {
        CountDownLatch answer = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Sampled<Integer> sampled = new Sampled<>(
                    () -> {
                        awaitQuietly(answer);
                        return measurements.incrementAndGet();
                    },
                    Duration.ofSeconds(5),
                    thread,
                    now::get);
            sampled.refresh(Duration.ofMillis(1));
            sampled.refresh(Duration.ofMillis(1));
            assertEquals(Optional.empty(), sampled.latest());
            answer.countDown();
            Awaitility.await().until(() -> sampled.latest().isPresent());
            assertEquals(1, refreshed(sampled));
        } finally {
            answer.countDown();
            thread.shutdown();
        }
    }

    private Sampled<Integer> sampled(Supplier<Integer> source) {
        return new Sampled<>(source, Duration.ofSeconds(5), Runnable::run, now::get);
    }

    private static int refreshed(Sampled<Integer> sampled) {
        sampled.refresh(PATIENCE);
        return sampled.latest().orElseThrow();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
