package dev.easel.diffusion.zoo;

import ai.onnxruntime.platform.Fp16Conversions;
import java.nio.ByteBuffer;

/** The types of elements that the graphs here use, with ONNX's numbers for them ({@code TensorProto.DataType}). */
enum DataType {
    FLOAT(1, 4) {
        @Override
        void put(ByteBuffer to, double value) {
            to.putFloat((float) value);
        }
    },
    INT32(6, 4) {
        @Override
        void put(ByteBuffer to, double value) {
            to.putInt((int) value);
        }
    },
    INT64(7, 8) {
        @Override
        void put(ByteBuffer to, double value) {
            to.putLong((long) value);
        }
    },
    BOOL(9, 1) {
        @Override
        void put(ByteBuffer to, double value) {
            to.put((byte) (value == 0 ? 0 : 1));
        }
    },
    FLOAT16(10, 2) {
        @Override
        void put(ByteBuffer to, double value) {
            to.putShort(Fp16Conversions.floatToFp16((float) value));
        }
    };

    private final int number;
    private final int bytes;

    DataType(int number, int bytes) {
        this.number = number;
        this.bytes = bytes;
    }

    /** ONNX's number for it. */
    int number() {
        return number;
    }

    /** How long an element is. */
    int bytes() {
        return bytes;
    }

    /** Appends an element. */
    abstract void put(ByteBuffer to, double value);
}
