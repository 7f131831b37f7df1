package dev.easel.host;

import dev.easel.host.config.ConfigLoader;
import dev.easel.host.config.ConfigurationException;
import dev.easel.host.config.EaselConfig;
import dev.easel.host.image.StoredImage;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** {@code easel generate}: makes images without a server and prints their paths. */
final class GenerateCommand implements Command {
    private final ConfigLoader loader;
    private final Engine engine;
    private final Terminal terminal;

    GenerateCommand(ConfigLoader loader, Engine engine, Terminal terminal) {
        this.loader = loader;
        this.engine = engine;
        this.terminal = terminal;
    }

    @Override
    public int run(ParseResult arguments) throws ConfigurationException, EngineException, InterruptedException {
        EaselConfig config = Options.config(arguments, loader);
        GenerateOptions options = options(arguments, config.tasks().maxImages());
        Path folder = folder(Options.value(arguments, "--out").orElse(""));
        try (Generator generator = engine.generator(config)) {
            write(generate(generator, options), new ImageFiles(folder, options.prompt()));
        } catch (IOException unwritable) {
            throw new EngineException("The images cannot be written to " + folder + ": " + unwritable, unwritable);
        }
        return 0;
    }

    private static GenerateOptions options(ParseResult arguments, int maxImages) throws UsageException {
        String prompt = arguments.matchedPositionalValue(0, "");
        if (prompt.isBlank()) {
            throw new UsageException("PROMPT is blank; say what the images shall show.");
        }
        int count = count(Options.value(arguments, "--count").orElse("1"), maxImages);
        return new GenerateOptions(prompt, count, Options.value(arguments, "--provider"));
    }

    private static int count(String text, int maxImages) throws UsageException {
        if (text.matches("\\d{1,4}")) {
            int count = Integer.parseInt(text);
            if (count >= 1 && count <= maxImages) {
                return count;
            }
        }
        throw new UsageException(
                "--count is \"%s\"; it must be a whole number from 1 to %d (max-images).".formatted(text, maxImages));
    }

    private Path folder(String text) throws UsageException {
        try {
            return terminal.workingFolder().resolve(text).toAbsolutePath().normalize();
        } catch (InvalidPathException malformed) {
            throw new UsageException("--out is \"" + text + "\"; it must be a path.");
        }
    }

    private List<StoredImage> generate(Generator generator, GenerateOptions options)
            throws EngineException, InterruptedException {
        if (!terminal.errIsTerminal()) {
            return generator.generate(options, fraction -> {});
        }
        try (ProgressBar bar = new ProgressBar(terminal.err())) {
            return generator.generate(options, bar);
        }
    }

    private void write(List<StoredImage> images, ImageFiles files) throws IOException {
        int number = 1;
        for (StoredImage image : images) {
            terminal.result(files.write(number, image).toString());
            number++;
        }
    }
}
