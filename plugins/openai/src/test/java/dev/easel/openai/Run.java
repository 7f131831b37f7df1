package dev.easel.openai;

import dev.easel.api.contract.MemorySink;
import dev.easel.api.provider.Cancellation;
import dev.easel.api.provider.GenerationException;
import dev.easel.api.provider.GenerationRequest;
import dev.easel.api.provider.ImageSink;
import dev.easel.api.provider.TextToImageProvider;
import java.util.List;

import static org.junit.jupiter.api.Assertions.assertThrows;

/** Calls of providers. */
final class Run {
    static final String PROMPT = "a red fox in the snow";

    private Run() {}

    /** Has images made and returns them. */
    static List<byte[]> of(TextToImageProvider provider, int images) throws Exception {
        List<MemorySink> sinks = MemorySink.sinks(images);
        provider.generate(request(PROMPT), List.<ImageSink>copyOf(sinks));
        return sinks.stream().map(MemorySink::image).toList();
    }

    /** Has one image made, which must fail. */
    static GenerationException failing(TextToImageProvider provider) {
        return failing(provider, PROMPT);
    }

    static GenerationException failing(TextToImageProvider provider, String prompt) {
        return assertThrows(
                GenerationException.class, () -> provider.generate(request(prompt), List.of(new MemorySink(0))));
    }

    static GenerationRequest request(String prompt) {
        return GenerationRequest.forPrompt(prompt).build();
    }

    static GenerationRequest cancelledBy(Cancellation cancellation) {
        return GenerationRequest.forPrompt(PROMPT).cancellation(cancellation).build();
    }
}
