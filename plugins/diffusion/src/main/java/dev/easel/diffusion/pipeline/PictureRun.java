package dev.easel.diffusion.pipeline;

import dev.easel.diffusion.png.Picture;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Makes the pictures of one order, batch by batch; for use by one thread. */
final class PictureRun {
    private final Tools tools;
    private final Recipe recipe;
    private final ModelCalls calls;
    private final PipelineListener listener;
    private final LatentShape latent;

    PictureRun(Tools tools, Recipe recipe, ModelCalls calls, PipelineListener listener) {
        this.tools = tools;
        this.recipe = recipe;
        this.calls = calls;
        this.listener = listener;
        PictureSizes.fault(tools.model(), recipe.width(), recipe.height()).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
        latent = LatentShape.of(recipe, tools.model());
    }

    void make(List<Long> seeds) throws IOException {
        Prompts prompts = Prompts.of(recipe, tools.model(), tools.settings().longPrompt());
        int steps = tools.scheduler().plan(recipe.steps()).calls();
        calls.meter().expect(prompts.calls() + seeds.size() * (steps + 1L));
        prompts.tellCuts(listener);
        Job job = new Job(recipe, latent, prompts.encode(new TextEncoding(calls, tools.memory())));
        makeAll(new BatchRun(tools, job, calls), seeds, BatchSize.of(tools, job));
    }

    private void makeAll(BatchRun batches, List<Long> seeds, int fitting) throws IOException {
        int most = fitting;
        int done = 0;
        while (done < seeds.size()) {
            int images = Math.min(most, seeds.size() - done);
            Optional<List<float[]>> latents = batches.denoise(seeds.subList(done, done + images));
            if (latents.isPresent()) {
                decode(latents.get(), done);
                done += images;
            } else {
                most = images / 2;
            }
        }
    }

    private void decode(List<float[]> latents, int first) throws IOException {
        LatentDecoder decoder = new LatentDecoder(tools.model().decoder(), calls, tools.memory());
        for (int i = 0; i < latents.size(); i++) {
            Picture picture = decoder.decode(latents.get(i), latent);
            deliver(first + i, picture);
        }
    }

    private void deliver(int index, Picture picture) throws IOException {
        Optional<SafetyFilter> filter =
                tools.safetyChecker().map(checker -> new SafetyFilter(checker, calls, tools.memory()));
        if (filter.isPresent() && filter.get().flags(picture)) {
            listener.made(index, SafetyFilter.black(picture), true);
        } else {
            listener.made(index, picture, false);
        }
    }
}
