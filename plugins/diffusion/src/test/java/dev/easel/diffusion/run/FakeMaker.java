package dev.easel.diffusion.run;

import dev.easel.api.provider.Cancellation;
import dev.easel.diffusion.pipeline.PipelineListener;
import dev.easel.diffusion.pipeline.Recipe;
import dev.easel.diffusion.png.Picture;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes grey pictures of one pixel and remembers what it was asked for. */
final class FakeMaker implements PictureMaker {
    private final List<Recipe> recipes = new ArrayList<>();
    private final List<Long> seeds = new ArrayList<>();
    private Runnable trouble = () -> {};
    private int cutTokens;
    private boolean flags;
    private final AtomicInteger closed = new AtomicInteger();

    /** Has every run begin with something that may throw. */
    FakeMaker with(Runnable newTrouble) {
        trouble = newTrouble;
        return this;
    }

    FakeMaker withCutTokens(int tokens) {
        cutTokens = tokens;
        return this;
    }

    FakeMaker withFlags() {
        flags = true;
        return this;
    }

    List<Recipe> recipes() {
        return List.copyOf(recipes);
    }

    List<Long> seeds() {
        return List.copyOf(seeds);
    }

    int timesClosed() {
        return closed.get();
    }

    @Override
    public void generate(Recipe recipe, List<Long> wanted, Cancellation cancellation, PipelineListener listener)
            throws IOException {
        recipes.add(recipe);
        seeds.addAll(wanted);
        trouble.run();
        if (cutTokens > 0) {
            listener.promptCut(cutTokens);
        }
        for (int i = 0; i < wanted.size(); i++) {
            cancellation.throwIfCancelled();
            listener.made(i, Picture.decoded(FloatBuffer.allocate(3), 1, 1), flags);
            listener.progressed((i + 1.0) / wanted.size());
        }
    }

    @Override
    public void close() {
        closed.incrementAndGet();
    }
}
