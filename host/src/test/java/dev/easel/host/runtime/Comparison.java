package dev.easel.host.runtime;

/** The scores of all rules on one trace. */
record Comparison(Score constant, Score average, Score easel, Score truePercentile, Score oracle) {
    private static final double WORTH_A_TARGET = 2;

    static Comparison of(Trace trace, int firstSeed, int seeds) {
        Replay replay = new Replay(trace, firstSeed, seeds);
        return new Comparison(
                replay.score(Rule.Constant::new),
                replay.score(Rule.Average::new),
                replay.score(Rule.Easel::new),
                replay.score(declared -> new Rule.TruePercentile()),
                replay.score(declared -> new Rule.Oracle()));
    }

    double rivalRegret() {
        return Math.min(constant.regret(), average.regret());
    }

    boolean targetApplies() {
        return rivalRegret() > WORTH_A_TARGET;
    }

    /** A score's regret as a multiple of the better rival's. */
    double ratio(Score score) {
        return rivalRegret() == 0 ? Double.NaN : score.regret() / rivalRegret();
    }
}
