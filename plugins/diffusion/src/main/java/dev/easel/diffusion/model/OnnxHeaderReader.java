package dev.easel.diffusion.model;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads what an ONNX file says of its graph, and none of its weights; for use by one thread and one file.
 *
 * <p>The numbers of the fields are those of {@code onnx.proto3} of the Open Neural Network Exchange.
 */
final class OnnxHeaderReader {
    private static final String LFS_POINTER = "version https://git-lfs";

    private final ProtoReader in;
    private final List<TensorSpec> inputs = new ArrayList<>();
    private final List<TensorSpec> outputs = new ArrayList<>();
    private final Set<String> initialised = new HashSet<>();
    private final SortedMap<String, Long> externalData = new TreeMap<>();
    private boolean hasGraph;

    private OnnxHeaderReader(ProtoReader in) {
        this.in = in;
    }

    /**
     * Reads a file; takes milliseconds for gigabytes.
     *
     * @throws BrokenOnnxException if it is no ONNX file or only a part of one
     * @throws IOException if it can't be read
     */
    static OnnxHeader read(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            return read(channel);
        }
    }

    /** Reads a file from its beginning, as {@link #read(Path)} does. */
    static OnnxHeader read(SeekableByteChannel file) throws IOException {
        refusePointer(file);
        try {
            return new OnnxHeaderReader(new ProtoReader(new SeekingStream(file), file.size())).model();
        } catch (InvalidProtocolBufferException broken) {
            throw new BrokenOnnxException("is no ONNX file, or a damaged one; fetch or export it again");
        }
    }

    /** What a checkout holds in place of a large file that was not fetched. */
    private static void refusePointer(SeekableByteChannel channel) throws IOException {
        ByteBuffer start = ByteBuffer.allocate(LFS_POINTER.length());
        channel.read(start);
        if (new String(start.array(), StandardCharsets.US_ASCII).equals(LFS_POINTER)) {
            throw new BrokenOnnxException("is a pointer of Git LFS in place of the file; fetch it with git lfs pull");
        }
        channel.position(0);
    }

    private OnnxHeader model() throws IOException {
        in.fields(field -> {
            if (field == 7) {
                hasGraph = true;
                in.message(this::graph);
            }
            return field == 7;
        });
        if (!hasGraph) {
            throw new BrokenOnnxException("holds no graph, so it is no ONNX file; fetch or export it again");
        }
        inputs.removeIf(input -> initialised.contains(input.name()));
        return new OnnxHeader(inputs, outputs, externalData);
    }

    private boolean graph(int field) throws IOException {
        switch (field) {
            case 5 -> initialiser();
            case 11 -> inputs.add(new TensorSpecReader(in).read());
            case 12 -> outputs.add(new TensorSpecReader(in).read());
            case 15 -> in.message(this::sparseInitialiser);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Its values bear the name; its indices are weights too. */
    private boolean sparseInitialiser(int field) throws IOException {
        boolean isTensor = field == 1 || field == 2;
        if (isTensor) {
            initialiser();
        }
        return isTensor;
    }

    private void initialiser() throws IOException {
        WeightsReader weights = new WeightsReader(in);
        weights.read();
        initialised.add(weights.name());
        if (weights.externalFile().isPresent()) {
            externalData.merge(weights.externalFile().get(), weights.externalEnd(), Math::max);
        }
    }
}
