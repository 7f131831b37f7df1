package dev.easel.host.task;

import dev.easel.api.provider.GenerationRequest;
import dev.easel.api.provider.ImageSink;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** What a {@link TestProvider} does when it is called. */
@FunctionalInterface
public interface Behaviour {
    /** Does it. */
    void generate(GenerationRequest request, List<ImageSink> sinks) throws Exception;

    /** Writes every image. */
    static Behaviour drawing() {
        return (request, sinks) -> {
            for (ImageSink sink : sinks) {
                sink.write(png());
            }
        };
    }

    /** Writes every image once a latch is open; deaf to cancellation and interrupts. */
    static Behaviour drawingAfter(CountDownLatch latch) {
        return (request, sinks) -> {
            awaitUninterruptibly(latch);
            drawing().generate(request, sinks);
        };
    }

    /** Works until it is cancelled, and then says so as the API suggests. */
    static Behaviour workingUntilCancelled() {
        return (request, sinks) -> {
            CountDownLatch cancelled = new CountDownLatch(1);
            try (var registration = request.cancellation().onCancel(cancelled::countDown)) {
                cancelled.await();
                request.cancellation().throwIfCancelled();
            }
        };
    }

    /** Works until it is interrupted. */
    static Behaviour workingUntilInterrupted() {
        return (request, sinks) -> new CountDownLatch(1).await();
    }

    /** Throws. */
    static Behaviour throwing(Throwable thrown) {
        return (request, sinks) -> {
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (Exception) thrown;
        };
    }

    /** A picture of one pixel. */
    static byte[] png() {
        return Base64.getDecoder()
                .decode(
                        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8Dwn4EIAAkYAgFaQbIVAAAAAElFTkSuQmCC");
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
