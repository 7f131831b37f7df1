package dev.easel.diffusion.model;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The inputs and outputs of a UNet as far as it has them; what it must have and has not has been told. */
record UnetPorts(
        Optional<TensorSpec> sample,
        Optional<TensorSpec> timestep,
        Optional<TensorSpec> states,
        Optional<TensorSpec> guidance,
        Optional<TensorSpec> pooledText,
        Optional<TensorSpec> timeIds,
        Optional<TensorSpec> output) {

    /** Finds them; those of SDXL are looked for only if it is one. */
    static UnetPorts of(GraphTensors tensors, boolean isXl) {
        UnetPorts ports = new UnetPorts(
                tensors.input(TensorKind.PICTURE, "sample"),
                tensors.input(TensorKind.TIME, "timestep"),
                tensors.input(TensorKind.STATES, "encoder_hidden_states"),
                tensors.inputIfAny(TensorKind.VECTOR, "timestep_cond"),
                isXl ? tensors.input(TensorKind.VECTOR, "text_embeds") : Optional.empty(),
                isXl ? tensors.input(TensorKind.VECTOR, "time_ids") : Optional.empty(),
                tensors.output(TensorKind.PICTURE, "out_sample", "sample"));
        tensors.checkInputs();
        return ports;
    }

    /** Tells whether there is everything that every UNet has. */
    boolean areComplete() {
        return Stream.of(sample, timestep, states, output).allMatch(Optional::isPresent);
    }

    /** Describes the graph; only if they are complete. */
    Unet unet(OnnxGraph graph, int channels, int defaultSize, OptionalInt guidanceWidth) {
        return new Unet(
                graph,
                sample.orElseThrow(),
                timestep.orElseThrow(),
                states.orElseThrow(),
                guidance,
                pooledText,
                timeIds,
                output.orElseThrow(),
                channels,
                defaultSize,
                guidanceWidth);
    }
}
