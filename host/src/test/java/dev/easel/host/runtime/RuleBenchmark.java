package dev.easel.host.runtime;

import java.util.Locale;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Compares the run-now rule with those that the field uses, and prints a table; {@link Score} defines regret.
 *
 * <p>The build leaves it out. One command runs it: {@code mvn -q -pl host -am test -Dtest=RuleBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}. The numbers in the estimate were chosen with seeds below {@link #SEED}.
 */
class RuleBenchmark {
    private static final int SEED = 1000;
    private static final int SEEDS = Integer.getInteger("rule.seeds", 120);

    @Test
    void printsTheTable() {
        StringBuilder table = new StringBuilder("Held: longer than the budget. Queued: though the run fitted. Error: of"
                + " completionExpectedAt, median.\nTrue percentile: Easel's rule with the true law, heard of one run"
                + " late. Oracle: best decision with the true law.\n\n");
        for (Trace trace : Trace.values()) {
            table.append(section(trace));
        }
        System.out.println(table);
        assertTrue(table.length() > 0);
    }

    private static String section(Trace trace) {
        Comparison comparison = Comparison.of(trace, SEED, SEEDS);
        return String.format(
                        Locale.ROOT,
                        "%-16s %8s %8s %8s %8s %8s%n",
                        trace,
                        "held %",
                        "queued %",
                        "error %",
                        "regret",
                        "strict")
                + row("constant", comparison.constant())
                + row("average", comparison.average())
                + row("Easel", comparison.easel())
                + row("true percentile", comparison.truePercentile())
                + row("oracle", comparison.oracle())
                + "  " + verdict(comparison) + "\n\n";
    }

    private static String row(String name, Score score) {
        return String.format(
                Locale.ROOT,
                "  %-14s %8.1f %8.1f %8.1f %8.1f %8.1f%n",
                name,
                score.held(),
                score.queuedThoughFitting(),
                score.medianError(),
                score.regret(),
                score.strictRegret());
    }

    private static String verdict(Comparison comparison) {
        String ratios = String.format(
                Locale.ROOT,
                "regret / better rival's: Easel %.2f, true percentile %.2f, oracle %.2f: ",
                comparison.ratio(comparison.easel()),
                comparison.ratio(comparison.truePercentile()),
                comparison.ratio(comparison.oracle()));
        if (!comparison.targetApplies()) {
            return ratios + "no target, the rival's is at most 2";
        } else if (comparison.ratio(comparison.easel()) <= 0.5) {
            return ratios + "target met";
        }
        return ratios
                + (comparison.ratio(comparison.truePercentile()) > 0.5
                        ? "target out of reach of the rule, even with the truth"
                        : "target missed");
    }
}
