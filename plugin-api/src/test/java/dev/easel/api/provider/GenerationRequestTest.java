package dev.easel.api.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class GenerationRequestTest {
    @Test
    void hasNeitherUserNorCancellationUnlessToldOtherwise() {
        GenerationRequest request = GenerationRequest.forPrompt("a red fox").build();
        assertEquals("a red fox", request.prompt());
        assertEquals(Optional.empty(), request.userId());
        assertFalse(request.cancellation().isCancelled());
    }

    @Test
    void keepsProgressBetweenNothingAndAll() {
        List<Double> heard = new ArrayList<>();
        GenerationRequest request =
                GenerationRequest.forPrompt("a red fox").progress(heard::add).build();
        for (double fraction : new double[] {-1, 0.25, Double.NaN, 7}) {
            request.progress(fraction);
        }
        assertEquals(List.of(0.0, 0.25, 1.0), heard);
    }
}
