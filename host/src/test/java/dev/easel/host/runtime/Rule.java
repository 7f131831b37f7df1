package dev.easel.host.runtime;

import dev.easel.host.runtime.RuntimeEstimator.Estimate;
import dev.easel.host.runtime.Trace.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Expects runtimes and learns from them; knows of a request only its number of images and whether it is cold. */
interface Rule {
    /** Which part of the budget a run may be expected to take. */
    double SHARE = 0.8;

    /** Tells whether the request is run while the client waits for at most a budget, in seconds. */
    boolean runsNow(Request request, double budget);

    /** Says how many seconds the run will take. */
    double expects(Request request);

    /** Learns how the run ended. */
    void learn(Request request);

    /** Believes a constant. */
    record Constant(double declared) implements Rule {
        @Override
        public boolean runsNow(Request request, double budget) {
            return declared <= SHARE * budget;
        }

        @Override
        public double expects(Request request) {
            return declared;
        }

        @Override
        public void learn(Request request) {}
    }

    /** Keeps an exponential average of whole runs. */
    final class Average implements Rule {
        private double average;

        Average(double declared) {
            average = declared;
        }

        @Override
        public boolean runsNow(Request request, double budget) {
            return average <= SHARE * budget;
        }

        @Override
        public double expects(Request request) {
            return average;
        }

        @Override
        public void learn(Request request) {
            average = 0.9 * average + 0.1 * request.seconds();
        }
    }

    /** Asks Easel's model, with the records that the host keeps. */
    final class Easel implements Rule {
        private final List<TimedRun> warm = new ArrayList<>();
        private final List<TimedRun> cold = new ArrayList<>();
        private final double declared;
        private RuntimeModel model = RuntimeModel.EMPTY;

        Easel(double declared) {
            this.declared = declared;
            remodel();
        }

        @Override
        public boolean runsNow(Request request, double budget) {
            return seconds(estimate(request).cautious()) <= SHARE * budget;
        }

        @Override
        public double expects(Request request) {
            return seconds(estimate(request).typical());
        }

        @Override
        public void learn(Request request) {
            List<TimedRun> runs = request.cold() ? cold : warm;
            runs.add(0, new TimedRun(request.images(), request.seconds()));
            if (runs.size() > (request.cold() ? RuntimeLedger.COLD_RUNS : RuntimeLedger.WARM_RUNS)) {
                runs.remove(runs.size() - 1);
            }
            remodel();
        }

        private void remodel() {
            model = RuntimeModel.of(warm, cold, new ImageScale(0));
        }

        private Estimate estimate(Request request) {
            return model.estimate(request.images(), request.cold(), declared);
        }

        private static double seconds(Duration duration) {
            return duration.toNanos() / 1e9;
        }
    }

    /** Knows the law of each runtime, and of the runtime nothing more; decides what costs least on average. */
    record Oracle() implements Rule {
        @Override
        public boolean runsNow(Request request, double budget) {
            double fits = request.law().atMost(budget);
            return Score.COST_OF_HOLDING * (1 - fits) <= fits;
        }

        @Override
        public double expects(Request request) {
            return request.law().quantile(0.5);
        }

        @Override
        public void learn(Request request) {}
    }

    /** Applies Easel's rule to the true ninetieth percentile, of which it hears one run late. */
    record TruePercentile() implements Rule {
        @Override
        public boolean runsNow(Request request, double budget) {
            return request.lawBefore().quantile(0.9) <= SHARE * budget;
        }

        @Override
        public double expects(Request request) {
            return request.lawBefore().quantile(0.5);
        }

        @Override
        public void learn(Request request) {}
    }
}
