package dev.easel.diffusion.pipeline;

import dev.easel.diffusion.png.Picture;
import java.io.IOException;

/** Hears how pictures come about, on the thread that asked for them. */
public interface PipelineListener {

    /**
     * More is done; called after every call of the model.
     *
     * @param fraction how much, from 0 to 1, never less than before
     */
    void progressed(double fraction);

    /**
     * A prompt, or its negative, was too long, and was cut.
     *
     * @param tokens how many of its tokens were left out, at least 1
     */
    void promptCut(int tokens);

    /**
     * A picture is there.
     *
     * @param index the index of its seed
     * @param picture the picture; all black if it was flagged
     * @param flagged whether the safety checker says that it should not be shown
     * @throws IOException if it can't be stored, which ends the run
     */
    void made(int index, Picture picture, boolean flagged) throws IOException;
}
