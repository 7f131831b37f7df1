package dev.easel.diffusion.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.platform.Fp16Conversions;
import dev.easel.diffusion.model.ElementType;
import java.nio.ByteBuffer;

/** How numbers of a type lie in memory. */
enum Elements {
    FLOAT(OnnxJavaType.FLOAT) {
        @Override
        double get(ByteBuffer memory, int index) {
            return memory.getFloat(index * Float.BYTES);
        }

        @Override
        void put(ByteBuffer memory, int index, double value) {
            memory.putFloat(index * Float.BYTES, (float) value);
        }

        @Override
        void putAll(ByteBuffer memory, int index, float[] values) {
            memory.asFloatBuffer().put(index, values);
        }

        @Override
        void getAll(ByteBuffer memory, int index, float[] values) {
            memory.asFloatBuffer().get(index, values);
        }
    },
    FLOAT16(OnnxJavaType.FLOAT16) {
        @Override
        double get(ByteBuffer memory, int index) {
            return Fp16Conversions.fp16ToFloat(memory.getShort(index * Short.BYTES));
        }

        @Override
        void put(ByteBuffer memory, int index, double value) {
            memory.putShort(index * Short.BYTES, Fp16Conversions.floatToFp16((float) value));
        }
    },
    INT32(OnnxJavaType.INT32) {
        @Override
        double get(ByteBuffer memory, int index) {
            return memory.getInt(index * Integer.BYTES);
        }

        @Override
        void put(ByteBuffer memory, int index, double value) {
            memory.putInt(index * Integer.BYTES, Math.toIntExact(Math.round(value)));
        }
    },
    INT64(OnnxJavaType.INT64) {
        @Override
        double get(ByteBuffer memory, int index) {
            return memory.getLong(index * Long.BYTES);
        }

        @Override
        void put(ByteBuffer memory, int index, double value) {
            memory.putLong(index * Long.BYTES, Math.round(value));
        }
    },
    TRUTH(OnnxJavaType.BOOL) {
        @Override
        double get(ByteBuffer memory, int index) {
            return memory.get(index) == 0 ? 0 : 1;
        }

        @Override
        void put(ByteBuffer memory, int index, double value) {
            memory.put(index, (byte) (value == 0 ? 0 : 1));
        }
    };

    private final OnnxJavaType javaType;

    Elements(OnnxJavaType javaType) {
        this.javaType = javaType;
    }

    OnnxJavaType javaType() {
        return javaType;
    }

    abstract double get(ByteBuffer memory, int index);

    /** Writes a number, rounded to the nearest that the type has. */
    abstract void put(ByteBuffer memory, int index, double value);

    void putAll(ByteBuffer memory, int index, float[] values) {
        for (int i = 0; i < values.length; i++) {
            put(memory, index + i, values[i]);
        }
    }

    void getAll(ByteBuffer memory, int index, float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) get(memory, index + i);
        }
    }

    static Elements of(ElementType type) {
        return switch (type) {
            case FLOAT -> FLOAT;
            case FLOAT16 -> FLOAT16;
            case INT32 -> INT32;
            case INT64 -> INT64;
            case OTHER ->
                throw new IllegalArgumentException(
                        "a tensor of another type than " + "float32, float16, int32 and int64 can't be fed to a graph");
        };
    }

    static Elements of(OnnxJavaType type) {
        for (Elements elements : values()) {
            if (elements.javaType == type) {
                return elements;
            }
        }
        throw new IllegalArgumentException("numbers of the type " + type + " can't be read");
    }
}
