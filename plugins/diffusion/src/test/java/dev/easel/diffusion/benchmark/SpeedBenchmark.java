package dev.easel.diffusion.benchmark;

import dev.easel.diffusion.model.DiffusionModel;
import dev.easel.diffusion.model.ModelReader;
import dev.easel.diffusion.model.ModelReading;
import dev.easel.diffusion.onnx.GraphOptimization;
import dev.easel.diffusion.pipeline.Recipe;
import dev.easel.diffusion.zoo.Sd15Writer;
import dev.easel.diffusion.zoo.Zoo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Prints what each choice of the pipeline gains, on a tiny model and on random weights of Stable Diffusion 1.5's size,
 * which it writes into a temporary folder (7 GB at most) and deletes. With {@code tiny}, only the former.
 *
 * <p>Its class path is the module's classes, test classes and test dependencies; {@code mvn dependency:build-classpath}
 * prints the last. It needs 8 GB of memory and is best run on a machine that does nothing else.
 *
 * <pre>{@code
 * java -Xmx1g -cp ... dev.easel.diffusion.benchmark.SpeedBenchmark
 * }</pre>
 */
public final class SpeedBenchmark {
    private static final Recipe TINY = new Recipe("a red circle", "", 500, 1, 64, 64);
    private static final Recipe WARM_UP = new Recipe("a red circle", "", 1, 1, 256, 256);
    private static final Recipe BIG = new Recipe("a red circle", "", 3, 1, 256, 256);

    private final Report report = new Report(System.out);
    private final Path temporary;

    private SpeedBenchmark(Path temporary) {
        this.temporary = temporary;
    }

    /**
     * Runs it.
     *
     * @param arguments {@code tiny}, or none
     * @throws IOException if models can't be written or read
     */
    public static void main(String[] arguments) throws IOException {
        Path temporary = Files.createTempDirectory("easel-benchmark");
        try {
            SpeedBenchmark benchmark = new SpeedBenchmark(temporary);
            benchmark.tiny();
            if (arguments.length == 0) {
                benchmark.big();
            }
            benchmark.report.explain();
        } finally {
            delete(temporary);
        }
    }

    private void tiny() throws IOException {
        DiffusionModel model = read(Zoo.folder("turbo"));
        report.begin("Tiny model, 64 × 64");
        Measurement usual = measure(model, Variant.usual(), TINY, TINY);
        measure(model, Variant.usual().images("4 images at once", 4), TINY, TINY);
        report.bound(usual);
    }

    private void big() throws IOException {
        DiffusionModel model = read(Sd15Writer.writeFloat32(temporary));
        report.begin("UNet of Stable Diffusion 1.5's size, 256 × 256, weights of 32 bits");
        // The first loading reads the file from the disk, which the later ones don't.
        big(model, Variant.usual().named("(not yet in the page cache)"));
        report.begin("The same");
        Measurement usual = big(model, Variant.usual());
        threads(model);
        memory(model);
        batches(model);
        optimization(model);
        report.bound(usual);
        delete(model.folder());
        report.begin("The same, weights of 16 bits");
        big(read(Sd15Writer.writeFloat16(temporary)), Variant.usual());
    }

    private void threads(DiffusionModel model) throws IOException {
        int all = Runtime.getRuntime().availableProcessors();
        big(model, Variant.usual().threads("1 thread", 1, false));
        big(model, Variant.usual().threads("all %d processors".formatted(all), all, false));
        big(model, Variant.usual().threads("all %d processors, spinning".formatted(all), all, true));
    }

    private void memory(DiffusionModel model) throws IOException {
        big(model, Variant.usual().memory("without memory patterns", true, false));
        big(model, Variant.usual().memory("without arena and patterns", false, false));
    }

    private void batches(DiffusionModel model) throws IOException {
        big(model, Variant.usual().images("2 images at once", 2));
        big(model, Variant.usual().images("4 images at once", 4));
    }

    private void optimization(DiffusionModel model) throws IOException {
        big(model, Variant.usual().optimized("graph as it is", GraphOptimization.NONE, Optional.empty()));
        big(model, Variant.usual().optimized("graph optimised: basic", GraphOptimization.BASIC, Optional.empty()));
        Path kept = temporary.resolve("graphs");
        Variant keeping = Variant.usual().optimized("optimised and kept", GraphOptimization.ALL, Optional.of(kept));
        big(model, keeping);
        big(model, keeping.named("kept before"));
        delete(kept);
    }

    private Measurement big(DiffusionModel model, Variant variant) throws IOException {
        return measure(model, variant, WARM_UP, BIG);
    }

    private Measurement measure(DiffusionModel model, Variant variant, Recipe warmUp, Recipe recipe)
            throws IOException {
        Measurement measured = Measurement.of(model, variant, warmUp, recipe);
        report.add(variant.name(), measured);
        return measured;
    }

    private static DiffusionModel read(Path folder) {
        ModelReading reading = new ModelReader(folder, false).read();
        if (reading instanceof ModelReading.Usable usable) {
            return usable.model();
        }
        throw new IllegalStateException(reading.toString());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
