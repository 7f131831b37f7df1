package dev.easel.host.runtime;

import dev.easel.host.runtime.Trace.Request;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The rule beside those that the field uses, with few seeds; {@link RuleBenchmark} prints the whole picture. */
class RuleComparisonTest {
    private static final int SEED = 2000;
    private static final int SEEDS = 12;
    private static final Map<Trace, Comparison> COMPARISONS = new EnumMap<>(Trace.class);

    @BeforeAll
    static void replayAll() {
        for (Trace trace : Trace.values()) {
            COMPARISONS.put(trace, Comparison.of(trace, SEED, SEEDS));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MIXED_IMAGES", "COLD_STARTS"})
    void regretIsAtMostHalfOfTheBetterRivals(Trace trace) {
        Comparison comparison = of(trace);
        assertTrue(comparison.targetApplies());
        assertTrue(comparison.ratio(comparison.easel()) <= 0.5, "ratio " + comparison.ratio(comparison.easel()));
    }

    @ParameterizedTest
    @EnumSource
    void regretIsNowhereWorthMentioningGreaterThanTheBetterRivals(Trace trace) {
        Comparison comparison = of(trace);
        assertTrue(
                comparison.easel().regret() <= comparison.rivalRegret() + 1,
                comparison.easel().regret() + " beside " + comparison.rivalRegret());
    }

    @ParameterizedTest
    @EnumSource
    void hardlyAnyRequestIsHeldLongerThanTheBudget(Trace trace) {
        assertTrue(of(trace).easel().held() <= 2, "held " + of(trace).easel().held());
    }

    @ParameterizedTest
    @EnumSource
    void theCompletionIsForeseenNearlyAsWellAsWithTheTruth(Trace trace) {
        double truth = of(trace).truePercentile().medianError();
        assertTrue(of(trace).easel().medianError() <= 1.5 * truth + 1);
    }

    @Test
    void aHeldRequestCostsNineTimesWhatAQueuedOneDoes() {
        Law law = Law.around(1, 0.1);
        Score held = new Score();
        held.count(new Request(1, false, 11, law, law), 10, true, 11);
        Score queued = new Score();
        queued.count(new Request(1, false, 8, law, law), 10, false, 4);
        assertEquals(900, held.regret());
        assertEquals(100, queued.regret());
        assertEquals(50, queued.medianError());
    }

    @Test
    void betweenFourFifthsAndAllOfTheBudgetOnlyStrictRegretCounts() {
        Law law = Law.around(1, 0.1);
        Score score = new Score();
        score.count(new Request(1, false, 9, law, law), 10, false, 9);
        score.count(new Request(1, false, 9, law, law), 10, true, 9);
        assertEquals(0, score.regret());
        assertEquals(50, score.strictRegret());
    }

    @Test
    void theLawsAreWhatTheySay() {
        Law law = new Law(10, 0.3, 0.2, 6);
        assertEquals(0.4, law.atMost(10), 0.001);
        assertEquals(0.9, law.atMost(law.quantile(0.9)), 0.001);
    }

    private static Comparison of(Trace trace) {
        Comparison comparison = COMPARISONS.get(trace);
        assertTrue(comparison != null);
        return comparison;
    }
}
