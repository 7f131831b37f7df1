package dev.easel.placeholder;

import dev.easel.api.contract.MemorySink;
import dev.easel.api.provider.GenerationRequest;
import dev.easel.api.provider.ImageSink;
import java.io.IOException;
import java.util.List;

/** Makes one picture in a Java machine of its own; see {@link BareMachineTest}. */
final class BareMachine {
    private BareMachine() {}

    /** Runs without arguments and prints how many bytes the picture has. */
    public static void main(String[] arguments) throws IOException {
        MemorySink sink = new MemorySink(0);
        GenerationRequest request =
                GenerationRequest.forPrompt("A fox — قطة — חתול — лиса").build();
        new PlaceholderProvider().generate(request, List.<ImageSink>of(sink));
        System.out.println("bytes: " + sink.image().length);
    }
}
