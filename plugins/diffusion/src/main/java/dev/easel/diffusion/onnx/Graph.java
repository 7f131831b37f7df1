package dev.easel.diffusion.onnx;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;

/** A loaded graph; safe for use by several threads, as long as each has tensors of its own. */
public interface Graph extends AutoCloseable {

    /**
     * Computes outputs of known shapes.
     *
     * @param bindings the inputs, and the tensors that take the outputs
     * @param termination ends the call
     * @throws OnnxException if the runtime can't
     * @throws CancellationException if the call was ended
     */
    void run(Bindings bindings, Termination termination);

    /**
     * Computes outputs whose shapes are the graph's affair.
     *
     * @param inputs a tensor for each input, by its name
     * @param outputs the names of those that are wanted, at least one
     * @param termination ends the call
     * @return an answer for each
     * @throws OnnxException if the runtime can't
     * @throws CancellationException if the call was ended
     */
    Answers answer(Map<String, Tensor> inputs, Set<String> outputs, Termination termination);

    /** Frees the graph; nothing may be computed afterwards. */
    @Override
    void close();
}
