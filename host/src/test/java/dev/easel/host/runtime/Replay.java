package dev.easel.host.runtime;

import dev.easel.host.runtime.Trace.Request;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;

/**
 * Replays traces: each seed is a provider of its own speed, from a tenth to twice the budget for a run with one image,
 * of which its author's guess is up to three times too high or too low. Queued requests run too, so every rule learns
 * from every run.
 */
final class Replay {
    private static final double[] BUDGETS = {5, 10, 30};
    private static final double FASTEST = 0.1;
    private static final double SLOWEST = 2;
    private static final double WORST_GUESS = 3;

    private final Trace trace;
    private final int firstSeed;
    private final int seeds;

    Replay(Trace trace, int firstSeed, int seeds) {
        this.trace = trace;
        this.firstSeed = firstSeed;
        this.seeds = seeds;
    }

    /** Scores a rule, which is made anew for each seed from what the provider declares. */
    Score score(DoubleFunction<Rule> ruleOf) {
        Score score = new Score();
        for (int seed = firstSeed; seed < firstSeed + seeds; seed++) {
            Random random =
                    new Random(new SplittableRandom(seed * 31L + trace.name().hashCode()).nextLong());
            double budget = BUDGETS[seed % BUDGETS.length];
            double base = budget * FASTEST * Math.pow(SLOWEST / FASTEST, random.nextDouble());
            double declared = base * Math.pow(WORST_GUESS, 2 * random.nextDouble() - 1);
            replay(trace.requests(random, base), ruleOf.apply(declared), budget, score);
        }
        return score;
    }

    private static void replay(List<Request> requests, Rule rule, double budget, Score score) {
        for (Request request : requests) {
            score.count(request, budget, rule.runsNow(request, budget), rule.expects(request));
            rule.learn(request);
        }
    }
}
