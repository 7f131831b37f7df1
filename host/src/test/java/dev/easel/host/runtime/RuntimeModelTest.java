package dev.easel.host.runtime;

import dev.easel.host.runtime.RuntimeEstimator.Estimate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the model makes of recorded runs. */
class RuntimeModelTest {
    private static final double DECLARED = 40;
    private static final ImageScale NO_GROWTH = new ImageScale(0);

    private final List<TimedRun> oldestFirst = new ArrayList<>();
    private final Random noise = new Random(7);

    @Test
    void withoutRecordsTheDeclaredRuntimeStands() {
        Estimate estimate = RuntimeModel.EMPTY.estimate(3, false, DECLARED);
        assertEquals(new Estimate(Duration.ofSeconds(40), Duration.ofSeconds(40)), rounded(estimate));
    }

    @Test
    void theDeclaredRuntimeBlendsOutAsRecordsComeIn() {
        double last = DECLARED;
        for (int runs = 1; runs <= 3; runs++) {
            runs(1, 4);
            double typical = typical(1);
            assertTrue(typical < last, "after " + runs + " runs " + typical);
            last = typical;
        }
        assertEquals(4, last, 0.01);
    }

    @Test
    void typicalIsTheMiddleAndCautiousCoversNineOfTen() {
        noisyRuns(64, 10, 0.4);
        double cautious = cautious(1);
        double covered = new Random(1)
                        .doubles(10_000)
                        .map(any -> 10 * Math.exp(0.4 * noise.nextGaussian()))
                        .filter(seconds -> seconds <= cautious)
                        .count()
                / 10_000.0;
        assertEquals(10, typical(1), 2);
        assertTrue(covered > 0.82 && covered < 0.97, "covered " + covered);
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 0.1, 3, 1.0 / 3})
    void aChangeIsFollowedWithinTwentyRuns(double factor) {
        noisyRuns(64, 8, 0.1);
        noisyRuns(20, 8 * factor, 0.1);
        assertEquals(8 * factor, typical(1), 8 * factor * 0.1);
        assertTrue(cautious(1) < 8 * factor * 1.4 && cautious(1) > 8 * factor, "cautious " + cautious(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 12, 30})
    void aChangeIsFollowedWithAShortHistoryToo(int before) {
        noisyRuns(before, 8, 0.1);
        noisyRuns(20, 0.8, 0.1);
        assertEquals(0.8, typical(1), 0.1);
        assertTrue(cautious(1) < 1.2, "cautious " + cautious(1));
    }

    @ParameterizedTest
    @CsvSource({"3, 100", "10, 100", "64, 100", "3, 0.01", "10, 0.01", "64, 0.01"})
    void aSingleOutlierIsIgnored(int before, double factor) {
        runs(before, 5);
        runs(1, 5 * factor);
        assertEquals(5, typical(1), before < 5 ? 5 : 0.5);
        assertTrue(cautious(1) < 12, "cautious " + cautious(1));
        runs(5, 5);
        assertEquals(5, typical(1), 0.5);
        assertTrue(cautious(1) < 7, "cautious " + cautious(1));
    }

    @Test
    void otherNumbersOfImagesAreInferredFromThoseThatRan() {
        IntToDoubleFunction truth = images -> 3 + 2.0 * images;
        for (int i = 0; i < 20; i++) {
            add(1, truth.applyAsDouble(1));
            add(4, truth.applyAsDouble(4));
        }
        assertEquals(truth.applyAsDouble(2), typical(2), 0.4);
        assertEquals(truth.applyAsDouble(12), typical(12), 1.5);
    }

    @Test
    void otherNumbersOfImagesAreInferredFromNoisyRunsToo() {
        IntToDoubleFunction truth = images -> 1 + 4.0 * images;
        for (int i = 0; i < 60; i++) {
            int images = 1 + noise.nextInt(4);
            add(images, truth.applyAsDouble(images) * Math.exp(0.1 * noise.nextGaussian()));
        }
        assertEquals(truth.applyAsDouble(10), typical(10), truth.applyAsDouble(10) * 0.15);
    }

    @Test
    void aChangeIsFollowedForOtherNumbersOfImagesToo() {
        for (int i = 0; i < 64; i++) {
            int images = 1 + i % 4;
            add(images, (1 + images) * (i < 50 ? 1 : 10));
        }
        assertEquals(90, typical(8), 12);
    }

    @Test
    void moreImagesAreNeverExpectedSooner() {
        for (int i = 0; i < 60; i++) {
            add(1 + noise.nextInt(12), 0.1 + 20 * noise.nextDouble());
        }
        RuntimeModel model = model(List.of());
        for (int images = 1; images < 12; images++) {
            Estimate less = model.estimate(images, false, DECLARED);
            Estimate more = model.estimate(images + 1, false, DECLARED);
            assertTrue(more.typical().compareTo(less.typical()) >= 0);
            assertTrue(more.cautious().compareTo(less.cautious()) >= 0);
        }
    }

    @Test
    void coldRunsAreExpectedApart() {
        runs(10, 2);
        List<TimedRun> cold = List.of(new TimedRun(1, 62), new TimedRun(1, 60), new TimedRun(1, 58));
        RuntimeModel model = model(cold);
        assertEquals(2, model.estimate(1, false, DECLARED).typical().toMillis() / 1e3, 0.01);
        assertEquals(60, model.estimate(1, true, DECLARED).typical().toMillis() / 1e3, 0.1);
        assertTrue(model.estimate(1, true, DECLARED).cautious().toSeconds() >= 62);
    }

    @Test
    void loadingIsSpentOnceHoweverManyImages() {
        for (int i = 0; i < 10; i++) {
            add(1 + i % 2 * 3, 2.0 * (1 + i % 2 * 3));
        }
        Estimate estimate = model(List.of(new TimedRun(1, 62))).estimate(10, true, DECLARED);
        assertEquals(80, estimate.typical().toMillis() / 1e3, 3);
    }

    @Test
    void aWarmRunIsNotExpectedToTakeLongerThanAColdOneDid() {
        Estimate estimate = model(List.of(new TimedRun(1, 6))).estimate(1, false, DECLARED);
        assertEquals(6, estimate.typical().toMillis() / 1e3, 0.01);
    }

    @Test
    void withoutColdRunsAColdOneIsExpectedToTakeWhatIsDeclaredOrMore() {
        runs(20, 2);
        assertEquals(
                Duration.ofSeconds(40),
                rounded(model(List.of()).estimate(1, true, DECLARED)).typical());
    }

    @Test
    void runsThatTookNoTimeAndOneImageDeclaredAsNothingAreNoDivisionByNothing() {
        runs(10, 0);
        Estimate estimate = model(List.of(new TimedRun(1, 0))).estimate(12, true, 0);
        assertTrue(estimate.typical().compareTo(Duration.ofSeconds(1)) < 0);
        assertTrue(estimate.cautious().compareTo(estimate.typical()) >= 0);
    }

    @Test
    void extremeRunsGiveFiniteEstimates() {
        runs(3, 365.0 * 86_400);
        runs(3, 0);
        runs(3, 365.0 * 86_400);
        assertTrue(cautious(12) > 0);
    }

    @Test
    void theOrderInWhichEqualRunsCameDoesNotMatterForTheMiddle() {
        List<TimedRun> runs = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            runs.add(new TimedRun(1, i % 5 == 0 ? 30 : 5));
        }
        Collections.shuffle(runs, noise);
        oldestFirst.addAll(runs);
        assertEquals(5, typical(1), 0.01);
        assertTrue(cautious(1) >= 29, "cautious " + cautious(1));
    }

    @Test
    void anEmptySampleHasNoQuantiles() {
        assertThrows(IllegalStateException.class, () -> new WeightedSample().median());
    }

    private void runs(int count, double seconds) {
        for (int i = 0; i < count; i++) {
            add(1, seconds);
        }
    }

    private void noisyRuns(int count, double seconds, double sigma) {
        for (int i = 0; i < count; i++) {
            add(1, seconds * Math.exp(sigma * noise.nextGaussian()));
        }
    }

    private void add(int images, double seconds) {
        oldestFirst.add(new TimedRun(images, seconds));
    }

    private double typical(int images) {
        return model(List.of()).estimate(images, false, DECLARED).typical().toNanos() / 1e9;
    }

    private double cautious(int images) {
        return model(List.of()).estimate(images, false, DECLARED).cautious().toNanos() / 1e9;
    }

    private RuntimeModel model(List<TimedRun> cold) {
        List<TimedRun> warm = new ArrayList<>(oldestFirst);
        Collections.reverse(warm);
        return RuntimeModel.of(warm.subList(0, Math.min(64, warm.size())), cold, NO_GROWTH);
    }

    private static Estimate rounded(Estimate estimate) {
        return new Estimate(
                Duration.ofSeconds(Math.round(estimate.typical().toMillis() / 1e3)),
                Duration.ofSeconds(Math.round(estimate.cautious().toMillis() / 1e3)));
    }
}
