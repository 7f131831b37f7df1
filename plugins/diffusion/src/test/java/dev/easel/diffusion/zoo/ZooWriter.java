package dev.easel.diffusion.zoo;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes the tiny models anew. After a change of this package, with the module's test classes and libraries on the
 * class path, from the top of the project:
 *
 * <pre>{@code
 * java -cp ... dev.easel.diffusion.zoo.ZooWriter plugins/diffusion/src/test/resources/zoo
 * }</pre>
 */
public final class ZooWriter {
    private ZooWriter() {}

    /**
     * Writes every model into a folder of its name.
     *
     * @param arguments the folder of the zoo
     * @throws IOException if that can't be written
     */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]));
    }

    static void write(Path zoo) throws IOException {
        for (RandomModel model : TinyModels.all()) {
            model.write(zoo);
        }
    }
}
