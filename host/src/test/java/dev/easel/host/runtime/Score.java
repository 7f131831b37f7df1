package dev.easel.host.runtime;

import dev.easel.host.runtime.Trace.Request;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * How well a rule decided.
 *
 * <p>Regret is what its decisions cost more than the best ones in hindsight, in wrong decisions for a hundred requests.
 * A run fits if it takes at most 80 % of the budget: the rest is for checking, storing and answering. A request that
 * was queued although its run fitted is one wrong decision: its client has to ask once more. A request that was held
 * although its run took longer than the budget is released with status 2, so that what it costs is the waiting: nine
 * times as much, the budget being taken as nine times the pause after which a client asks again (30 s, a little over 3
 * s). For just this proportion is the ninetieth percentile the best one to decide by. Between 80 % and all of the
 * budget, neither decision is wrong; the strict regret counts a request that was queued there as wrong too.
 */
final class Score {
    static final double COST_OF_HOLDING = 9;

    private final DoubleStream.Builder errors = DoubleStream.builder();
    private int requests;
    private int held;
    private int queued;
    private int queuedInReserve;

    /** Counts what a rule did with a request. */
    void count(Request request, double budget, boolean runNow, double expected) {
        requests++;
        errors.add(Math.abs(expected - request.seconds()) / request.seconds());
        if (runNow) {
            held += request.seconds() > budget ? 1 : 0;
        } else if (request.seconds() <= Rule.SHARE * budget) {
            queued++;
        } else if (request.seconds() <= budget) {
            queuedInReserve++;
        }
    }

    /** Requests held longer than the budget, in percent. */
    double held() {
        return percent(held);
    }

    /** Requests queued although their runs took at most the budget, in percent. */
    double queuedThoughFitting() {
        return percent(queued + queuedInReserve);
    }

    /** In wrong decisions for a hundred requests. */
    double regret() {
        return percent(COST_OF_HOLDING * held + queued);
    }

    /** In wrong decisions for a hundred requests, with all of the budget for the run. */
    double strictRegret() {
        return percent(COST_OF_HOLDING * held + queued + queuedInReserve);
    }

    /** The median error of the expected runtime, and so of completionExpectedAt, in percent of the runtime. */
    double medianError() {
        double[] sorted = errors.build().toArray();
        Arrays.sort(sorted);
        return 100 * sorted[sorted.length / 2];
    }

    private double percent(double count) {
        return 100 * count / requests;
    }
}
