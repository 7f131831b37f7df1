package dev.easel.diffusion.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** When a model is in memory. */
class OpenModelTest {
    private static final PreparedModel MODEL = ZooModels.prepared("turbo");
    private static final PreparedModel OTHER = ZooModels.prepared("turbo");
    private static final Duration LONG = Duration.ofHours(1);

    private final List<FakeMaker> makers = new ArrayList<>();
    private OpenModel open = open(LONG);

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void aModelIsOpenedForItsFirstRunAndStays() throws Exception {
        assertFalse(open.isOpen());
        open.use(MODEL, maker -> assertSame(makers.get(0), maker));
        open.use(MODEL, maker -> assertSame(makers.get(0), maker));
        assertTrue(open.isOpen());
        assertEquals(1, makers.size());
        assertEquals(0, makers.get(0).timesClosed());
    }

    @Test
    void anotherModelTakesItsPlace() throws Exception {
        open.use(MODEL, maker -> {});
        open.use(OTHER, maker -> assertSame(makers.get(1), maker));
        assertEquals(1, makers.get(0).timesClosed());
        assertEquals(0, makers.get(1).timesClosed());
    }

    @Test
    void afterATimeWithoutARunItIsDropped() throws Exception {
        open = open(Duration.ofMillis(20));
        open.use(MODEL, maker -> {});
        await("the end of the model").until(() -> makers.get(0).timesClosed() == 1 && !open.isOpen());
        open.use(MODEL, maker -> assertSame(makers.get(1), maker));
    }

    @Test
    void aRunThatTakesLongerThanTheIdleTimeIsNotDisturbed() throws Exception {
        open = open(Duration.ofMillis(1));
        open.use(MODEL, maker -> {});
        open.use(MODEL, maker -> {
            long until = System.nanoTime() + Duration.ofMillis(50).toNanos();
            await("some idle times").until(() -> System.nanoTime() > until);
            assertEquals(0, ((FakeMaker) maker).timesClosed());
        });
    }

    @Test
    void closingDropsTheModelAndEndsTheThreadThatWatches() throws Exception {
        open.use(MODEL, maker -> {});
        open.close();
        assertEquals(1, makers.get(0).timesClosed());
        await("the end of the thread")
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("diffusion-idle")));
        open.close();
        assertEquals(1, makers.get(0).timesClosed(), "closing again does nothing");
    }

    @Test
    void aRunAfterTheEndLeavesNothingOpen() throws Exception {
        open.close();
        open.use(MODEL, maker -> {});
        assertEquals(1, makers.get(0).timesClosed());
        assertFalse(open.isOpen());
    }

    @Test
    void oneRunIsUnderWayAtATime() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicBoolean second = new AtomicBoolean();
        Thread first = new Thread(() -> use(() -> {
            running.countDown();
            mayEnd.await();
        }));
        first.start();
        running.await();
        Thread waiting = new Thread(() -> use(() -> second.set(true)));
        waiting.start();
        await("the second to wait").until(() -> waiting.getState() == Thread.State.WAITING);
        assertFalse(second.get());
        mayEnd.countDown();
        first.join();
        waiting.join();
        assertTrue(second.get());
    }

    @Test
    void aWaitingRunCanBeInterrupted() throws Exception {
        open.use(MODEL, maker -> {
            Thread waiting =
                    new Thread(() -> assertThrows(InterruptedException.class, () -> open.use(MODEL, another -> {})));
            waiting.start();
            await("the second to wait").until(() -> waiting.getState() == Thread.State.WAITING);
            waiting.interrupt();
            await("its end").until(() -> !waiting.isAlive());
        });
    }

    private OpenModel open(Duration idle) {
        return new OpenModel(
                model -> {
                    FakeMaker maker = new FakeMaker();
                    makers.add(maker);
                    return maker;
                },
                idle);
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private void use(Work work) {
        try {
            open.use(MODEL, maker -> {
                try {
                    work.run();
                } catch (InterruptedException interrupted) {
                    throw new IllegalStateException(interrupted);
                }
            });
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
