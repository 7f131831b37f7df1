package dev.easel.host.task;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TaskIdsTest {
    private static final long LARGEST_EXACT_DOUBLE = (1L << 53) - 1;

    private final List<Long> ids =
            LongStream.generate(new TaskIds()::next).limit(10_000).boxed().toList();

    @Test
    void idsFitIntoAJavaScriptNumber() {
        assertTrue(ids.stream().allMatch(id -> id >= 1 && id <= LARGEST_EXACT_DOUBLE));
        assertTrue(ids.stream().allMatch(id -> (long) (double) id == id));
    }

    @Test
    void idsDoNotRepeat() {
        assertEquals(ids.size(), ids.stream().distinct().count());
    }

    @Test
    void idsAreSpreadOverTheWholeRange() {
        long ones = ids.stream().mapToLong(Long::bitCount).sum();
        double share = ones / (53.0 * ids.size());
        assertEquals(0.5, share, 0.01, "half of the bits are set");
        assertTrue(ids.stream().anyMatch(id -> id > LARGEST_EXACT_DOUBLE / 2), "the highest bit is used");
    }
}
