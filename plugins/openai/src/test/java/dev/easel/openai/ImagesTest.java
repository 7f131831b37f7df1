package dev.easel.openai;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** How images come from a service into sinks. */
class ImagesTest {

    @Test
    void everyImageOfAnAnswerComesIntoItsSink() throws Exception {
        try (ScriptedService service = ScriptedService.start();
                OpenAiProvider provider = TestProvider.of(service)) {
            List<byte[]> images = Run.of(provider, 3);
            for (int i = 0; i < 3; i++) {
                assertArrayEquals(TestImage.small(i), images.get(i));
            }
            assertEquals(1, service.imageRequests().size(), "requests");
        }
    }
}
