package dev.easel.diffusion.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of graphs that the runtime has rewritten, each in a folder of its own that is named by what it was made of.
 *
 * <p>They are rewritten as far as that is independent of the processor, so that the folder may move to another machine;
 * the rest happens when they are loaded. Weights lie beside the graph, where the runtime maps them into memory.
 */
final class OptimizedGraphs {
    private static final String GRAPH = "model.onnx";
    private static final String WEIGHTS = "model.onnx.data";

    private final Path folder;
    private final SessionSettings settings;

    OptimizedGraphs(Path folder, SessionSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /** Returns the rewritten graph, which is made if there is none. */
    Path of(Path original) throws OrtException {
        try {
            Path kept = folder.resolve(name(original));
            if (!Files.exists(kept)) {
                make(original, kept);
            }
            return kept.resolve(GRAPH);
        } catch (IOException failed) {
            throw Faults.optimizedGraphs(folder, failed);
        }
    }

    /** Makes the graph under another name first, since the run may end at any time. */
    private void make(Path original, Path kept) throws IOException, OrtException {
        Files.createDirectories(folder);
        Path unfinished = Files.createTempDirectory(folder, "unfinished-");
        try {
            write(original, unfinished);
            Files.move(unfinished, kept, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException anotherWasFaster) {
            delete(unfinished);
        } catch (IOException | OrtException | RuntimeException failed) {
            delete(unfinished);
            throw failed;
        }
    }

    private void write(Path original, Path target) throws OrtException {
        SessionSettings portable = new SessionSettings(
                settings.device(),
                settings.threads(),
                settings.spinning(),
                settings.arena(),
                settings.memoryPattern(),
                GraphOptimization.EXTENDED,
                settings.optimizedGraphs());
        try (SessionOptions options = Options.of(portable)) {
            options.setOptimizedModelFilePath(target.resolve(GRAPH).toString());
            options.addConfigEntry("session.optimized_model_external_initializers_file_name", WEIGHTS);
            options.addConfigEntry("session.optimized_model_external_initializers_min_size_in_bytes", "1024");
            Sessions.session(original, options).close();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** A name that changes whenever the graph, its weights, the runtime or the device do. */
    private String name(Path original) throws IOException {
        StringBuilder madeOf = new StringBuilder()
                .append(OnnxRuntimeAccess.environment().getVersion())
                .append(settings.device());
        for (Path file : filesBeside(original)) {
            madeOf.append('\n').append(file.toAbsolutePath());
            madeOf.append(' ').append(Files.size(file));
            madeOf.append(' ').append(Files.getLastModifiedTime(file).toMillis());
        }
        return HexFormat.of().formatHex(sha256(madeOf.toString()), 0, 16);
    }

    private static List<Path> filesBeside(Path original) throws IOException {
        try (Stream<Path> files = Files.list(original.toAbsolutePath().getParent())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java machine has SHA-256", impossible);
        }
    }
}
