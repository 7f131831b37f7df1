package dev.easel.diffusion.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Finds the inputs and outputs of one graph by name and tells what doesn't fit; for use by one thread. */
final class GraphTensors {
    private final OnnxGraph graph;
    private final Consumer<String> faults;
    private final List<String> missing = new ArrayList<>();
    private final Set<String> known = new LinkedHashSet<>();

    GraphTensors(OnnxGraph graph, Consumer<String> faults) {
        this.graph = graph;
        this.faults = faults;
    }

    /** Finds an input that there must be. */
    Optional<TensorSpec> input(TensorKind kind, String name) {
        Optional<TensorSpec> found = inputIfAny(kind, name);
        if (found.isEmpty()) {
            missing.add(name);
        }
        return found;
    }

    /** Finds an input that some models have. */
    Optional<TensorSpec> inputIfAny(TensorKind kind, String name) {
        known.add(name);
        Optional<TensorSpec> found = graph.input(name);
        found.ifPresent(tensor -> require(kind, "input", tensor, kind.includes(tensor)));
        return found;
    }

    /** Finds an output by any of its names or, where there is only one, takes that. */
    Optional<TensorSpec> output(TensorKind kind, String... names) {
        Optional<TensorSpec> found = outputIfAny(kind, names);
        if (found.isEmpty() && graph.outputs().size() == 1) {
            TensorSpec only = graph.outputs().get(0);
            require(kind, "output", only, kind.includesAnswer(only));
            return Optional.of(only);
        }
        if (found.isEmpty()) {
            faults.accept("%s has the outputs %s; it needs %s. Export it again with Optimum or diffusers."
                    .formatted(graph.file(), names(graph.outputs()), String.join(" or ", names)));
        }
        return found;
    }

    /** Finds an output that some models have. */
    Optional<TensorSpec> outputIfAny(TensorKind kind, String... names) {
        for (String name : names) {
            Optional<TensorSpec> found = graph.output(name);
            if (found.isPresent()) {
                require(kind, "output", found.get(), kind.includesAnswer(found.get()));
                return found;
            }
        }
        return Optional.empty();
    }

    /** Tells of inputs that were asked for and are not there, and of those that are there and nothing can be fed to. */
    void checkInputs() {
        Set<String> unknown = graph.inputs().stream()
                .map(TensorSpec::name)
                .filter(name -> !known.contains(name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!missing.isEmpty()) {
            faults.accept("%s has the inputs %s; it lacks %s. Export it again with Optimum or diffusers."
                    .formatted(graph.file(), names(graph.inputs()), String.join(", ", missing)));
        } else if (!unknown.isEmpty()) {
            faults.accept("%s wants to be fed %s, which isn't understood; understood are %s. Export it without."
                    .formatted(graph.file(), String.join(", ", unknown), String.join(", ", known)));
        }
    }

    /**
     * Returns a size that both the graph and the settings may tell.
     *
     * @return the graph's, else that of the settings; empty if neither tells it
     */
    OptionalInt size(Optional<TensorSpec> tensor, int axis, JsonSettings settings, String key) {
        OptionalInt fixed = tensor.map(spec -> fixed(spec, axis)).orElseGet(OptionalInt::empty);
        OptionalInt told = settings.count(key);
        if (fixed.isPresent() && told.isPresent() && fixed.getAsInt() != told.getAsInt()) {
            faults.accept(("%s has %d in dimension %d of %s, but %s of %s is %d; these files belong to different "
                            + "models, so fetch or export the model again.")
                    .formatted(
                            graph.file(),
                            fixed.getAsInt(),
                            axis + 1,
                            tensor.orElseThrow().name(),
                            key,
                            settings.file(),
                            told.getAsInt()));
        }
        return fixed.isPresent() ? fixed : told;
    }

    /** Returns a dimension that the graph doesn't leave open. */
    static OptionalInt fixed(TensorSpec tensor, int axis) {
        boolean isFixed = axis < tensor.shape().size() && tensor.shape().get(axis) != TensorSpec.FREE;
        return isFixed ? OptionalInt.of(Math.toIntExact(tensor.shape().get(axis))) : OptionalInt.empty();
    }

    private void require(TensorKind kind, String role, TensorSpec tensor, boolean fits) {
        if (!fits) {
            faults.accept("%s has the %s %s of type %s and shape %s; it must be %s. Export it again with Optimum."
                    .formatted(
                            graph.file(),
                            role,
                            tensor.name(),
                            tensor.type().name().toLowerCase(Locale.ROOT),
                            tensor.shape(),
                            kind.description()));
        }
    }

    private static String names(List<TensorSpec> tensors) {
        return tensors.stream().map(TensorSpec::name).collect(Collectors.joining(", "));
    }
}
