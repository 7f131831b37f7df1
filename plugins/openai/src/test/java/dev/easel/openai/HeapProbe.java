package dev.easel.openai;

import dev.easel.api.provider.ImageSink;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Has images made, keeps none, and prints how many bytes they had, how much heap was in use at most and the time. */
final class HeapProbe {
    private HeapProbe() {}

    /** Runs with a base URL and a number of images. */
    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.of("test")
                .with("test", "base-url", arguments[0])
                .with("test", "max-images-per-request", Integer.parseInt(arguments[1]));
        AtomicLong bytes = new AtomicLong();
        List<ImageSink> sinks = IntStream.range(0, Integer.parseInt(arguments[1]))
                .<ImageSink>mapToObj(index -> new CountingSink(index, bytes))
                .toList();
        long began = System.nanoTime();
        try (OpenAiProvider provider = TestProvider.of(settings)) {
            provider.generate(Run.request(Run.PROMPT), sinks);
        }
        long took = Duration.ofNanos(System.nanoTime() - began).toMillis();
        System.out.println(bytes.get() + " " + peak() + " " + took);
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private record CountingSink(int index, AtomicLong bytes) implements ImageSink {
        @Override
        public OutputStream openStream() {
            return new OutputStream() {
                @Override
                public void write(int value) {
                    bytes.incrementAndGet();
                }

                @Override
                public void write(byte[] more, int offset, int length) {
                    bytes.addAndGet(length);
                }
            };
        }
    }
}
