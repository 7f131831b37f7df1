package dev.easel.diffusion.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads an input or output of a graph, a {@code ValueInfoProto}; for use by one thread. */
final class TensorSpecReader {
    private final ProtoReader in;
    private final List<Long> shape = new ArrayList<>();
    private String name = "";
    private ElementType type = ElementType.OTHER;
    private long dimension;

    TensorSpecReader(ProtoReader in) {
        this.in = in;
    }

    /** Reads the present field of the reader. */
    TensorSpec read() throws IOException {
        in.message(field -> {
            switch (field) {
                case 1 -> name = in.text();
                case 2 -> in.message(this::kind);
                default -> {
                    return false;
                }
            }
            return true;
        });
        return new TensorSpec(name, type, shape);
    }

    /** What is no tensor but, for example, a sequence is left to be of another type. */
    private boolean kind(int field) throws IOException {
        if (field == 1) {
            in.message(this::tensor);
        }
        return field == 1;
    }

    private boolean tensor(int field) throws IOException {
        switch (field) {
            case 1 -> type = elementType(in.number());
            case 2 -> in.message(this::dimensions);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean dimensions(int field) throws IOException {
        if (field != 1) {
            return false;
        }
        dimension = TensorSpec.FREE;
        in.message(this::dimension);
        shape.add(dimension > 0 ? dimension : TensorSpec.FREE);
        return true;
    }

    private boolean dimension(int field) throws IOException {
        if (field == 1) {
            dimension = in.number();
        }
        return field == 1;
    }

    /** The numbers are those of {@code TensorProto.DataType}. */
    private static ElementType elementType(long number) {
        return switch ((int) number) {
            case 1 -> ElementType.FLOAT;
            case 6 -> ElementType.INT32;
            case 7 -> ElementType.INT64;
            case 10 -> ElementType.FLOAT16;
            default -> ElementType.OTHER;
        };
    }
}
