package dev.easel.diffusion.zoo;

/**
 * A setting of a node.
 *
 * @param name as the operator calls it
 * @param proto ONNX's {@code AttributeProto}
 */
record Attribute(String name, ProtoMessage proto) {
    private static final int NAME = 1;
    private static final int FLOAT = 2;
    private static final int INT = 3;
    private static final int STRING = 4;
    private static final int INTS = 8;
    private static final int TYPE = 20;

    static Attribute of(String name, long value) {
        return new Attribute(name, named(name, 2).number(INT, value));
    }

    static Attribute of(String name, float value) {
        return new Attribute(name, named(name, 1).real(FLOAT, value));
    }

    static Attribute of(String name, String value) {
        return new Attribute(name, named(name, 3).text(STRING, value));
    }

    static Attribute ofAll(String name, long... values) {
        ProtoMessage proto = named(name, 7);
        for (long value : values) {
            proto.number(INTS, value);
        }
        return new Attribute(name, proto);
    }

    private static ProtoMessage named(String name, int type) {
        return new ProtoMessage().text(NAME, name).number(TYPE, type);
    }
}
