package dev.easel.diffusion.onnx;

import dev.easel.diffusion.model.ElementType;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TensorTest {
    private final TensorMemory memory = new TensorMemory();

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void whatIsWrittenIsRead(ElementType type) {
        try (TensorScope scope = memory.scope()) {
            Tensor tensor = scope.tensor(type, 2, 3);
            tensor.fill(999);
            tensor.put(1, new int[] {49_407 % 2048, 7});
            tensor.put(4, new float[] {3, -4});
            float[] values = new float[6];
            tensor.get(0, values);
            assertArrayEquals(new float[] {999, 49_407 % 2048, 7, 999, 3, -4}, values);
            assertArrayEquals(new long[] {2, 3}, tensor.shape());
        }
    }

    @Test
    void aScalarHasOneNumberAndNoDimensions() {
        try (TensorScope scope = memory.scope()) {
            Tensor tensor = scope.tensor(ElementType.INT64);
            tensor.fill(951);
            assertEquals(1, tensor.size());
            assertArrayEquals(new long[0], tensor.shape());
            assertEquals(951, tensor.raw().getLongBuffer().get(0));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"INT32", "INT64"})
    void wholeNumbersAreTheNearest(ElementType type) {
        try (TensorScope scope = memory.scope()) {
            Tensor tensor = scope.tensor(type, 1);
            tensor.fill(998.75);
            float[] value = new float[1];
            tensor.get(0, value);
            assertEquals(999, value[0]);
        }
    }

    @Test
    void halfPrecisionRoundsToEleven() {
        try (TensorScope scope = memory.scope()) {
            Tensor tensor = scope.tensor(ElementType.FLOAT16, 2);
            tensor.put(0, new float[] {2049, 0.1f});
            float[] values = new float[2];
            tensor.get(0, values);
            assertArrayEquals(new float[] {2048, 0.099975586f}, values);
        }
    }

    @Test
    void aScopeFreesItsTensorsAndItsMemoryIsUsedAgain() {
        TensorScope scope = memory.scope();
        Tensor first = scope.tensor(ElementType.FLOAT, 100);
        Tensor second = scope.tensor(ElementType.FLOAT, 100);
        assertNotSame(first.memory(), second.memory());
        scope.close();
        scope.close();
        assertTrue(first.raw().isClosed() && second.raw().isClosed());
        try (TensorScope next = memory.scope()) {
            assertSame(first.memory(), next.tensor(ElementType.FLOAT, 90).memory());
        }
    }

    @Test
    void memoryComesInPowersOfTwo() {
        for (int[] sizes : new int[][] {{1, 64}, {64, 64}, {65, 128}, {128, 128}, {4097, 8192}}) {
            ByteBuffer buffer = memory.take(sizes[0]);
            assertEquals(sizes[1], buffer.capacity());
        }
    }

    @Test
    void nothingCanBeFedInOtherTypes() {
        try (TensorScope scope = memory.scope()) {
            assertThrows(IllegalArgumentException.class, () -> scope.tensor(ElementType.OTHER, 1));
        }
    }
}
