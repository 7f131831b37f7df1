package dev.easel.diffusion.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.easel.diffusion.model.HandmadeOnnx.BOOL;
import static dev.easel.diffusion.model.HandmadeOnnx.FLOAT;
import static dev.easel.diffusion.model.HandmadeOnnx.FLOAT16;
import static dev.easel.diffusion.model.HandmadeOnnx.INT64;
import static dev.easel.diffusion.model.HandmadeOnnx.NAMED;
import static dev.easel.diffusion.model.HandmadeOnnx.externalWeights;
import static dev.easel.diffusion.model.HandmadeOnnx.file;
import static dev.easel.diffusion.model.HandmadeOnnx.input;
import static dev.easel.diffusion.model.HandmadeOnnx.message;
import static dev.easel.diffusion.model.HandmadeOnnx.node;
import static dev.easel.diffusion.model.HandmadeOnnx.number;
import static dev.easel.diffusion.model.HandmadeOnnx.output;
import static dev.easel.diffusion.model.HandmadeOnnx.part;
import static dev.easel.diffusion.model.HandmadeOnnx.text;
import static dev.easel.diffusion.model.HandmadeOnnx.weights;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is read of ONNX files, made here byte by byte. */
class OnnxHeaderReaderTest {
    @TempDir
    private Path folder;

    @Test
    void inputsAndOutputsAreReadWithNamesTypesAndShapes() throws IOException {
        OnnxHeader header = read(file(
                node(),
                input("sample", FLOAT16, NAMED, 4, NAMED, NAMED),
                input("timestep", INT64),
                output("out_sample", FLOAT, 1, 4, 64, 64),
                output("flags", BOOL, 1)));
        assertEquals(
                List.of(
                        new TensorSpec("sample", ElementType.FLOAT16, List.of(-1L, 4L, -1L, -1L)),
                        new TensorSpec("timestep", ElementType.INT64, List.of())),
                header.inputs());
        assertEquals(
                List.of(
                        new TensorSpec("out_sample", ElementType.FLOAT, List.of(1L, 4L, 64L, 64L)),
                        new TensorSpec("flags", ElementType.OTHER, List.of(1L))),
                header.outputs());
    }

    @Test
    void inputsThatAreInitialisedAreNoInputs() throws IOException {
        byte[] sparse = message(part(1, message(text(8, "indexed"))));
        OnnxHeader header = read(file(
                input("sample", FLOAT, 1),
                input("weight", FLOAT, 4),
                input("indexed", FLOAT, 4),
                weights("weight", new byte[16]),
                part(15, sparse)));
        assertEquals(
                List.of("sample"),
                header.inputs().stream().map(TensorSpec::name).toList());
    }

    @Test
    void externalDataAreToldWithTheSizeThatTheyMustHave() throws IOException {
        OnnxHeader header = read(file(
                externalWeights("a", "weights.pb", "4096", "100"),
                externalWeights("b", "weights.pb", "0", "4000"),
                externalWeights("c", "more/weights.bin", "8", "8"),
                weights("d", new byte[4])));
        assertEquals(Map.of("weights.pb", 4196L, "more/weights.bin", 16L), header.externalData());
    }

    @Test
    void whereExternalDataWereButAreNotAnyMoreIsOfNoMatter() throws IOException {
        byte[] tensor = message(
                text(8, "a"), part(13, message(text(1, "location"), text(2, "gone.bin"))), part(9, new byte[4]));
        assertEquals(Map.of(), read(file(part(5, tensor))).externalData());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "many", "99999999999999999999"})
    void externalDataAtNoPositionAreAFault(String offset) {
        assertEquals(
                "says that the offset of external data is \"" + offset + "\", which is no position; fetch or export it"
                        + " again",
                fault(file(externalWeights("a", "weights.pb", offset, "4"))));
    }

    @Test
    void weightsArePassedOverUnread() throws IOException {
        byte[] small = file(weights("weight", new byte[0]), input("sample", FLOAT, 1));
        try (CountingChannel channel = new CountingChannel(file(
                weights("weight", new byte[10_000_000]), weights("more", new byte[10_000_000]), input("x", FLOAT)))) {
            assertEquals(1, OnnxHeaderReader.read(channel).inputs().size());
            assertTrue(channel.read < small.length + 5 * 4096, "read " + channel.read);
        }
    }

    @Test
    void aFileThatEndsTooEarlyIsAFaultWhereverItEnds() {
        byte[] whole = file(
                node(),
                weights("weight", new byte[40]),
                externalWeights("b", "weights.pb", "0", "4000"),
                input("sample", FLOAT, NAMED, 4),
                output("out_sample", FLOAT, 1));
        for (int length = 0; length < whole.length; length++) {
            String fault = fault(Arrays.copyOf(whole, length));
            assertTrue(fault.endsWith("fetch or export it again"), fault);
        }
        assertEquals(
                "is cut short: it has 100 bytes, but its parts need at least " + whole.length
                        + "; fetch or export it again",
                fault(Arrays.copyOf(whole, 100)));
    }

    @Test
    void whatIsNoOnnxFileIsAFault() {
        String html = "<!DOCTYPE html><html><body>404</body></html>";
        String json = "{\"error\": \"Repository not found\"}";
        for (byte[] bytes : List.of(
                new byte[0],
                html.getBytes(StandardCharsets.UTF_8),
                json.getBytes(StandardCharsets.UTF_8),
                new byte[100])) {
            String fault = fault(bytes);
            assertTrue(fault.contains("no ONNX file") || fault.contains("cut short"), fault);
        }
        assertEquals(
                "holds no graph, so it is no ONNX file; fetch or export it again",
                fault(message(number(1, 8), text(2, "handmade"))));
    }

    @Test
    void aPointerOfGitLfsIsToldAsSuch() {
        String pointer =
                "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1"
                        + "258daaa5e2ca24d17e2393\nsize 12345\n";
        assertEquals(
                "is a pointer of Git LFS in place of the file; fetch it with git lfs pull",
                fault(pointer.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void anEndlessNameIsAFault() {
        assertEquals(
                "holds a name of 70000 bytes; fetch or export it again",
                fault(file(input("n".repeat(70_000), FLOAT, 1))));
    }

    @Test
    void damagedFilesGiveAHeaderOrAFaultAndNothingElse() throws IOException {
        byte[] whole = file(
                node(),
                weights("weight", new byte[40]),
                externalWeights("b", "weights.pb", "0", "4000"),
                input("sample", FLOAT, NAMED, 4),
                output("out_sample", FLOAT, 1));
        Random random = new Random(7);
        for (int round = 0; round < 5000; round++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i < 1 + round % 4; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try (SeekableByteChannel channel = new CountingChannel(damaged)) {
                assertNotNull(OnnxHeaderReader.read(channel));
            } catch (BrokenOnnxException fault) {
                assertNotNull(fault.getMessage());
            }
        }
    }

    private OnnxHeader read(byte[] bytes) throws IOException {
        return OnnxHeaderReader.read(Files.write(folder.resolve("model.onnx"), bytes));
    }

    private String fault(byte[] bytes) {
        return String.valueOf(
                assertThrows(BrokenOnnxException.class, () -> read(bytes)).getMessage());
    }

    /** Bytes in memory, and how many of them were read. */
    private static final class CountingChannel implements SeekableByteChannel {
        private final ByteBuffer bytes;
        private long read;

        CountingChannel(byte[] bytes) {
            this.bytes = ByteBuffer.wrap(bytes);
        }

        @Override
        public int read(ByteBuffer into) {
            if (!bytes.hasRemaining()) {
                return -1;
            }
            int count = Math.min(into.remaining(), bytes.remaining());
            into.put(bytes.slice(bytes.position(), count));
            bytes.position(bytes.position() + count);
            read += count;
            return count;
        }

        @Override
        public int write(ByteBuffer from) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long position() {
            return bytes.position();
        }

        @Override
        public SeekableByteChannel position(long position) {
            bytes.position(Math.toIntExact(position));
            return this;
        }

        @Override
        public long size() {
            return bytes.limit();
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
