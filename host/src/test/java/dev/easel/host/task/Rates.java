package dev.easel.host.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Rates by name, several of each, whose median counts. */
final class Rates {
    private final Map<String, List<Double>> measured = new LinkedHashMap<>();

    /** What is done as often as a rate says. */
    @FunctionalInterface
    interface Work {
        void run() throws InterruptedException, ExecutionException;
    }

    /** Measures how often a second something is done, of which a call does many. */
    void measure(String name, int count, Work work) throws InterruptedException, ExecutionException {
        long started = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - started) / 1e9;
        measured.computeIfAbsent(name, unknown -> new ArrayList<>()).add(count / seconds);
    }

    /** Forgets what was measured so far. */
    void forget() {
        measured.clear();
    }

    /** The median. */
    double of(String name) {
        List<Double> sorted = measured.getOrDefault(name, List.of(Double.NaN)).stream()
                .sorted()
                .toList();
        return sorted.get(sorted.size() / 2);
    }

    /** Does something for each index, by several threads. */
    static Work byThreads(int threads, int count, IntConsumer each) {
        return () -> {
            AtomicInteger next = new AtomicInteger();
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            try {
                Callable<Integer> share = () -> share(next, count, each);
                for (Future<Integer> done : pool.invokeAll(
                        IntStream.range(0, threads).mapToObj(i -> share).toList())) {
                    done.get();
                }
            } finally {
                pool.shutdown();
            }
        };
    }

    private static int share(AtomicInteger next, int count, IntConsumer each) {
        int done = 0;
        for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            each.accept(i);
            done++;
        }
        return done;
    }
}
