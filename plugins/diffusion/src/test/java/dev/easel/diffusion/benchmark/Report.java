package dev.easel.diffusion.benchmark;

import java.io.PrintStream;
import java.util.Locale;

/** Prints measurements of a model as they come, each beside the first. */
final class Report {
    private static final int USUAL_STEPS = 20;
    private static final double MINUTE = 60;

    private final PrintStream out;
    private double firstStep;
    private double firstLoad;

    Report(PrintStream out) {
        this.out = out;
    }

    void begin(String title) {
        firstStep = 0;
        out.println();
        out.println(title);
        out.printf(
                "%-34s %8s %6s %10s %6s %8s %10s %8s%n",
                "", "load s", "ratio", "ms/step", "ratio", "img/min", "whole/run", "peak MB");
    }

    void add(String name, Measurement measured) {
        if (firstStep == 0) {
            firstStep = measured.stepSeconds();
            firstLoad = measured.loadSeconds();
        }
        out.printf(
                Locale.ROOT,
                "%-34s %8.2f %6.2f %10.2f %6.2f %8.2f %10.3f %8d%n",
                name,
                measured.loadSeconds(),
                measured.loadSeconds() / firstLoad,
                measured.stepSeconds() * 1000,
                measured.stepSeconds() / firstStep,
                MINUTE / (USUAL_STEPS * measured.stepSeconds()),
                measured.overhead(),
                measured.peakMegabytes());
    }

    void bound(Measurement measured) {
        out.printf(
                Locale.ROOT,
                "Of the whole time %.1f %% is inside the runtime's calls of the UNet, %.1f %% inside its other calls.%n",
                100 * measured.unetSeconds() / measured.wholeSeconds(),
                100 * (measured.runtimeSeconds() - measured.unetSeconds()) / measured.wholeSeconds());
    }

    void explain() {
        out.println();
        out.println("ms/step: the fastest call of the UNet for one image without guidance. Ratios: to the first line.");
        out.println("img/min: of " + USUAL_STEPS + " such steps. whole/run: to the sum of the runtime's own calls.");
        out.println("Peak: of this process while the variant was loaded and run, with about 100 MB for Java.");
    }
}
