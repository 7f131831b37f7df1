package dev.easel.dist;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.imageio.ImageIO;

/**
 * What an image of the recording provider says.
 *
 * @param prompt what was asked for
 * @param index the image's index
 * @param call the id of the call that made it
 */
record Spelling(String prompt, int index, String call) {

    static Spelling of(Path file) throws IOException {
        return of(Files.readAllBytes(file));
    }

    static Spelling of(byte[] png) throws IOException {
        BufferedImage image = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)), "no image");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < image.getWidth(); i++) {
            text.append((char) (image.getRGB(i, 0) & 0xFFFF));
        }
        String[] parts = text.toString().split("#", 3);
        return new Spelling(parts[0], Integer.parseInt(parts[1]), parts[2]);
    }
}
