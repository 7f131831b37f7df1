package dev.easel.diffusion.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Opens the files of a model directory and tells what is wrong with each; for use by one thread. */
final class ModelFiles {
    private static final String FETCH_AGAIN = "fetch or export the model again";

    private final Path folder;
    private final Consumer<String> faults;

    ModelFiles(Path folder, Consumer<String> faults) {
        this.folder = folder;
        this.faults = faults;
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    boolean has(String name) {
        return Files.exists(path(name));
    }

    void fault(String fault) {
        faults.accept(fault.endsWith(".") ? fault : fault + ".");
    }

    /** Reads settings that must be there; empty if they can't be read. */
    Optional<JsonSettings> settings(String name) {
        if (!has(name)) {
            fault("%s is missing; %s, and have all of it in %s.".formatted(path(name), FETCH_AGAIN, folder));
            return Optional.empty();
        }
        return parse(path(name)).map(node -> new JsonSettings(path(name), node, faults));
    }

    /** Reads settings that may be missing, as they are in old exports; then there are none. */
    JsonSettings settingsIfAny(String name) {
        Optional<JsonNode> node = has(name) ? parse(path(name)) : Optional.empty();
        return new JsonSettings(path(name), node.orElseGet(JsonNodeFactory.instance::objectNode), faults);
    }

    private Optional<JsonNode> parse(Path file) {
        try {
            JsonNode node = mapper().readTree(file.toFile());
            if (node.isObject()) {
                return Optional.of(node);
            }
            fault("%s holds no JSON object; %s.".formatted(file, FETCH_AGAIN));
        } catch (JsonProcessingException broken) {
            fault("%s is no JSON at line %d, column %d; %s."
                    .formatted(
                            file,
                            broken.getLocation().getLineNr(),
                            broken.getLocation().getColumnNr(),
                            FETCH_AGAIN));
        } catch (IOException unreadable) {
            fault(cannotBeRead(file, unreadable));
        }
        return Optional.empty();
    }

    /**
     * Recycles no buffers, since those that threads keep would keep the plugin's classes; schedulers have a variance
     * that may be {@code -Infinity}.
     */
    private static JsonMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
                .build();
        return JsonMapper.builder(factory)
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build();
    }

    /** Reads the header of a graph that must be there, and checks its external data; empty if it can't be read. */
    Optional<OnnxGraph> graph(String part) {
        Path file = path(part).resolve("model.onnx");
        if (!Files.exists(file)) {
            fault("%s is missing; %s, in ONNX format.".formatted(file, FETCH_AGAIN));
            return Optional.empty();
        }
        try {
            OnnxHeader header = OnnxHeaderReader.read(file);
            for (Map.Entry<String, Long> data : header.externalData().entrySet()) {
                checkExternalData(file, data.getKey(), data.getValue());
            }
            return Optional.of(new OnnxGraph(file, header.inputs(), header.outputs()));
        } catch (BrokenOnnxException broken) {
            fault(file + " " + broken.getMessage() + ".");
        } catch (IOException unreadable) {
            fault(cannotBeRead(file, unreadable));
        }
        return Optional.empty();
    }

    private void checkExternalData(Path graph, String name, long needed) throws IOException {
        Optional<Path> data = beside(graph, name);
        if (data.isEmpty()) {
            fault("%s has weights in \"%s\", which isn't a file in its own folder; export the model again."
                    .formatted(graph, name));
        } else if (!Files.exists(data.get())) {
            fault("%s is missing, which holds weights of %s; fetch it too, or export the model again."
                    .formatted(data.get(), graph));
        } else if (Files.size(data.get()) < needed) {
            fault("%s is cut short: it has %d bytes, but %s has weights in it up to %d; fetch it again."
                    .formatted(data.get(), Files.size(data.get()), graph, needed));
        }
    }

    /** Returns where external data are; empty if that is elsewhere, where no model has any business. */
    private static Optional<Path> beside(Path graph, String name) {
        try {
            Path parent = graph.resolveSibling("").normalize();
            Path data = graph.resolveSibling(name).normalize();
            return data.startsWith(parent) && !data.equals(parent) ? Optional.of(data) : Optional.empty();
        } catch (InvalidPathException impossible) {
            return Optional.empty();
        }
    }

    private static String cannotBeRead(Path file, IOException reason) {
        return "%s cannot be read (%s); check its permissions.".formatted(file, reason);
    }
}
