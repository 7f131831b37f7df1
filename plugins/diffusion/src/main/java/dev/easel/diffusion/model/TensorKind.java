package dev.easel.diffusion.model;

import java.util.Set;

/**
 * What an input or output of Stable Diffusion's graphs can be.
 *
 * @param description for people
 * @param types of its elements
 * @param leastRank how many dimensions it has at least
 * @param mostRank how many dimensions it has at most
 */
record TensorKind(String description, Set<ElementType> types, int leastRank, int mostRank) {
    private static final Set<ElementType> WHOLE = Set.of(ElementType.INT32, ElementType.INT64);
    private static final Set<ElementType> REAL = Set.of(ElementType.FLOAT, ElementType.FLOAT16);
    private static final Set<ElementType> NUMBERS =
            Set.of(ElementType.FLOAT, ElementType.FLOAT16, ElementType.INT32, ElementType.INT64);

    static final TensorKind TOKENS = new TensorKind("int32 or int64, (batch, tokens)", WHOLE, 2, 2);
    static final TensorKind TIME =
            new TensorKind("float, float16, int32 or int64, a scalar or a vector", NUMBERS, 0, 1);
    static final TensorKind VECTOR = new TensorKind("float or float16, (batch, width)", REAL, 2, 2);
    static final TensorKind STATES = new TensorKind("float or float16, (batch, tokens, width)", REAL, 3, 3);
    static final TensorKind PICTURE = new TensorKind("float or float16, of four dimensions", REAL, 4, 4);
    static final TensorKind FLAGS = new TensorKind("truth values, (batch)", Set.of(ElementType.values()), 1, 2);

    TensorKind {
        types = Set.copyOf(types);
    }

    /** Tells whether an input is of this kind. */
    boolean includes(TensorSpec tensor) {
        int rank = tensor.shape().size();
        return types.contains(tensor.type()) && rank >= leastRank && rank <= mostRank;
    }

    /** Tells whether an output is of this kind; it is no matter if the graph doesn't tell its dimensions. */
    boolean includesAnswer(TensorSpec tensor) {
        return includes(tensor)
                || (types.contains(tensor.type()) && tensor.shape().isEmpty());
    }
}
