package dev.easel.host;

import dev.easel.host.image.StoredImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;

/** Writes the images of a prompt to files that are named after it and overwrite nothing. */
final class ImageFiles {
    private static final int LONGEST_SLUG = 60;

    private final Path folder;
    private final String slug;

    ImageFiles(Path folder, String prompt) {
        this.folder = folder;
        this.slug = slug(prompt);
    }

    /**
     * Writes an image, creating the folder when it is missing.
     *
     * @param number the image's number, from 1
     * @param image the image
     * @return the new file
     */
    Path write(int number, StoredImage image) throws IOException {
        Files.createDirectories(folder);
        Path file = create(slug + "-" + number, extension(image.mediaType()));
        try (InputStream bytes = image.open(0);
                OutputStream out = Files.newOutputStream(file)) {
            bytes.transferTo(out);
        } catch (IOException incomplete) {
            Files.deleteIfExists(file);
            throw incomplete;
        }
        return file;
    }

    private Path create(String name, String extension) throws IOException {
        Path file = folder.resolve(name + "." + extension);
        for (int copy = 2; !createdNew(file); copy++) {
            file = folder.resolve(name + "-" + copy + "." + extension);
        }
        return file;
    }

    private static boolean createdNew(Path file) throws IOException {
        try {
            Files.createFile(file);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        }
    }

    /**
     * Makes a file name of a prompt: what there is of Latin letters and digits, for not every file system and locale
     * takes others.
     */
    static String slug(String prompt) {
        String plain = Normalizer.normalize(prompt, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        String slug = trim(plain.replaceAll("[^a-z0-9]+", "-"));
        if (slug.length() > LONGEST_SLUG) {
            int lastWord = slug.lastIndexOf('-', LONGEST_SLUG);
            slug = slug.substring(0, lastWord > 0 ? lastWord : LONGEST_SLUG);
        }
        return slug.isEmpty() ? "image" : slug;
    }

    private static String trim(String slug) {
        return slug.replaceAll("^-|-$", "");
    }

    private static String extension(String mediaType) {
        return switch (mediaType) {
            case "image/png" -> "png";
            case "image/jpeg" -> "jpg";
            case "image/webp" -> "webp";
            case "image/gif" -> "gif";
            case "image/avif" -> "avif";
            default -> "img";
        };
    }
}
