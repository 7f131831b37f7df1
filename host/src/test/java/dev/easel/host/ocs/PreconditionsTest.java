package dev.easel.host.ocs;

import dev.easel.host.ocs.Preconditions.Outcome;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** RFC 9110 section 13.2.2, step by step. */
class PreconditionsTest {
    private static final String TAG = "\"abc\"";
    private static final String PUBLISHED = "Tue, 14 Nov 2023 22:13:20 GMT";
    private static final String BEFORE = "Tue, 14 Nov 2023 22:13:19 GMT";
    private static final String AFTER = "Tue, 14 Nov 2023 22:13:21 GMT";

    private static Preconditions with(Map<String, String> headers) {
        return new Preconditions(
                name -> Optional.ofNullable(headers.get(name)), TAG, Instant.parse("2023-11-14T22:13:20Z"));
    }

    private static void assertOutcome(Outcome outcome, String... headers) {
        Map<String, String> map = headers.length == 2
                ? Map.of(headers[0], headers[1])
                : Map.of(headers[0], headers[1], headers[2], headers[3]);
        assertEquals(outcome, with(map).evaluate());
    }

    @Test
    void withoutConditionsTheRequestProceeds() {
        assertEquals(Outcome.PROCEED, with(Map.of()).evaluate());
    }

    @Test
    void ifMatchComparesStrongly() {
        assertOutcome(Outcome.PROCEED, "If-Match", TAG);
        assertOutcome(Outcome.PROCEED, "If-Match", "*");
        assertOutcome(Outcome.PROCEED, "If-Match", "\"x\", \"abc\"");
        assertOutcome(Outcome.FAILED, "If-Match", "W/" + TAG);
        assertOutcome(Outcome.FAILED, "If-Match", "\"x\"");
        assertOutcome(Outcome.FAILED, "If-Match", "abc");
    }

    @Test
    void ifUnmodifiedSinceCountsOnlyWithoutIfMatch() {
        assertOutcome(Outcome.FAILED, "If-Unmodified-Since", BEFORE);
        assertOutcome(Outcome.PROCEED, "If-Unmodified-Since", PUBLISHED);
        assertOutcome(Outcome.PROCEED, "If-Unmodified-Since", AFTER);
        assertOutcome(Outcome.PROCEED, "If-Unmodified-Since", "yesterday");
        assertOutcome(Outcome.PROCEED, "If-Match", TAG, "If-Unmodified-Since", BEFORE);
    }

    @Test
    void ifNoneMatchComparesWeakly() {
        assertOutcome(Outcome.NOT_MODIFIED, "If-None-Match", TAG);
        assertOutcome(Outcome.NOT_MODIFIED, "If-None-Match", "W/" + TAG);
        assertOutcome(Outcome.NOT_MODIFIED, "If-None-Match", "\"x,y\" , W/\"abc\"");
        assertOutcome(Outcome.NOT_MODIFIED, "If-None-Match", "*");
        assertOutcome(Outcome.PROCEED, "If-None-Match", "\"ab\"");
        assertOutcome(Outcome.PROCEED, "If-None-Match", "");
    }

    @Test
    void ifModifiedSinceCountsOnlyWithoutIfNoneMatch() {
        assertOutcome(Outcome.NOT_MODIFIED, "If-Modified-Since", PUBLISHED);
        assertOutcome(Outcome.NOT_MODIFIED, "If-Modified-Since", AFTER);
        assertOutcome(Outcome.PROCEED, "If-Modified-Since", BEFORE);
        assertOutcome(Outcome.PROCEED, "If-Modified-Since", "2023-11-14");
        assertOutcome(Outcome.PROCEED, "If-None-Match", "\"x\"", "If-Modified-Since", AFTER);
    }

    @Test
    void aFailedConditionGoesBeforeAMatchingCache() {
        assertOutcome(Outcome.FAILED, "If-Match", "\"x\"", "If-None-Match", TAG);
    }

    @Test
    void aRangeAppliesToExactlyThisRepresentation() {
        assertEquals(true, with(Map.of()).rangeApplies());
        assertEquals(true, with(Map.of("If-Range", TAG)).rangeApplies());
        assertEquals(false, with(Map.of("If-Range", "W/" + TAG)).rangeApplies());
        assertEquals(false, with(Map.of("If-Range", "\"x\"")).rangeApplies());
        assertEquals(true, with(Map.of("If-Range", PUBLISHED)).rangeApplies());
        assertEquals(false, with(Map.of("If-Range", AFTER)).rangeApplies());
        assertEquals(false, with(Map.of("If-Range", "*")).rangeApplies());
    }
}
