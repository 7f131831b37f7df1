package dev.easel.host.provider.jar;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * Which Java a class was compiled for, by the header of its file (<a
 * href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html#jvms-4.1">JVM specification, 4.1</a>).
 */
final class ClassFileVersion {
    private static final int MAGIC = 0xCAFEBABE;
    private static final int HEADER_BYTES = 8;

    /** Java 1's major version is 45. */
    private static final int BEFORE_THE_FIRST = 44;

    private ClassFileVersion() {}

    /** Reports a class of the jar that this Java cannot load. */
    static void check(JarFile jar, String className, Findings findings) throws IOException {
        ZipEntry entry = jar.getEntry(className.replace('.', '/') + ".class");
        if (entry == null || entry.getSize() < HEADER_BYTES) {
            return;
        }
        try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
            boolean isClass = in.readInt() == MAGIC;
            in.readUnsignedShort();
            int java = in.readUnsignedShort() - BEFORE_THE_FIRST;
            int here = Runtime.version().feature();
            if (isClass && java > here) {
                findings.fault("The class " + className + " is compiled for Java " + java + ", but this is Java " + here
                        + "; set <maven.compiler.release> to 17 in the plugin's build, or start Easel with a newer "
                        + "Java.");
            }
        }
    }
}
