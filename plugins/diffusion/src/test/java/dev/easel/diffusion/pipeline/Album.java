package dev.easel.diffusion.pipeline;

import dev.easel.diffusion.png.Picture;
import dev.easel.diffusion.png.PngWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Keeps everything that a pipeline tells. */
class Album implements PipelineListener {
    final List<Double> progress = new ArrayList<>();
    final List<Integer> cuts = new ArrayList<>();
    final List<Integer> flagged = new ArrayList<>();
    final Map<Integer, Picture> pictures = new TreeMap<>();

    @Override
    public void progressed(double fraction) {
        progress.add(fraction);
    }

    @Override
    public void promptCut(int tokens) {
        cuts.add(tokens);
    }

    @Override
    public void made(int index, Picture picture, boolean isFlagged) throws IOException {
        pictures.put(index, picture);
        if (isFlagged) {
            flagged.add(index);
        }
    }

    Picture picture(int index) {
        return Objects.requireNonNull(pictures.get(index), () -> "no picture " + index);
    }

    /** The bytes of the file that a picture makes. */
    byte[] png(int index) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new PngWriter(bytes).write(picture(index), List.of());
        return bytes.toByteArray();
    }

    /** The greatest difference of a colour from that of another album's picture, from 0 to 255. */
    int distance(int index, Album other, int otherIndex) {
        int greatest = 0;
        Picture one = picture(index);
        Picture another = other.picture(otherIndex);
        for (int y = 0; y < one.height(); y++) {
            for (int x = 0; x < one.width(); x++) {
                for (int shift = 0; shift <= 16; shift += 8) {
                    int difference = (one.pixel(x, y) >> shift & 0xFF) - (another.pixel(x, y) >> shift & 0xFF);
                    greatest = Math.max(greatest, Math.abs(difference));
                }
            }
        }
        return greatest;
    }
}
