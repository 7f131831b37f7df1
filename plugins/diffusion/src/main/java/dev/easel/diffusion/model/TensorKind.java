package dev.easel.diffusion.model;

import java.util.EnumSet;
import java.util.Set;

/** What the inputs and outputs of Stable Diffusion's graphs can be. */
enum TensorKind {
    TOKENS("int32 or int64, (batch, tokens)", EnumSet.of(ElementType.INT32, ElementType.INT64), 2, 2),
    TIME(
            "float, float16, int32 or int64, a scalar or a vector",
            EnumSet.of(ElementType.FLOAT, ElementType.FLOAT16, ElementType.INT32, ElementType.INT64),
            0,
            1),
    VECTOR("float or float16, (batch, width)", EnumSet.of(ElementType.FLOAT, ElementType.FLOAT16), 2, 2),
    STATES("float or float16, (batch, tokens, width)", EnumSet.of(ElementType.FLOAT, ElementType.FLOAT16), 3, 3),
    PICTURE("float or float16, of four dimensions", EnumSet.of(ElementType.FLOAT, ElementType.FLOAT16), 4, 4),
    FLAGS("truth values, (batch)", EnumSet.allOf(ElementType.class), 1, 2);

    private final String description;
    private final Set<ElementType> types;
    private final int leastRank;
    private final int mostRank;

    TensorKind(String description, Set<ElementType> types, int leastRank, int mostRank) {
        this.description = description;
        this.types = types;
        this.leastRank = leastRank;
        this.mostRank = mostRank;
    }

    /** Tells whether an input is of this kind. */
    boolean includes(TensorSpec tensor) {
        int rank = tensor.shape().size();
        return types.contains(tensor.type()) && rank >= leastRank && rank <= mostRank;
    }

    /** Tells whether an output is of this kind; it is no matter if the graph doesn't tell its dimensions. */
    boolean includesAnswer(TensorSpec tensor) {
        return includes(tensor)
                || types.contains(tensor.type()) && tensor.shape().isEmpty();
    }

    String description() {
        return description;
    }
}
