package dev.easel.diffusion;

import dev.easel.api.contract.MemorySink;
import dev.easel.api.provider.GenerationRequest;
import dev.easel.api.provider.ImageSink;
import dev.easel.api.provider.ProviderFactory;
import dev.easel.api.provider.TextToImageProvider;
import dev.easel.diffusion.zoo.Zoo;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Loads the jar as a host does: nothing but the plugin API, PF4J and SLF4J beside it. */
class ShadedJarIT {
    private static final Path JAR = Path.of(System.getProperty("diffusion.jar"));
    private static final String NATIVE = "ai/onnxruntime/native/";

    @TempDir
    private Path folder;

    @Test
    void theJarAloneMakesPictures() throws Exception {
        try (URLClassLoader plugin = load();
                TextToImageProvider provider = provider(plugin)) {
            assertSame(plugin, provider.getClass().getClassLoader());
            assertTrue(
                    provider.readiness().isReady(), () -> provider.readiness().toString());
            assertEquals("Lokales Diffusionsmodell", provider.name(Locale.GERMAN));
            MemorySink sink = new MemorySink(0);
            provider.generate(GenerationRequest.forPrompt("a red circle").build(), List.<ImageSink>of(sink));
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(sink.image()));
            assertEquals(64, picture.getWidth());
            assertEquals(64, picture.getHeight());
        }
    }

    @Test
    void withoutAPictureNothingKeepsItsClassesInMemory() throws Exception {
        WeakReference<ClassLoader> classes = askedAndClosed();
        await("the end of the plugin's classes").atMost(Duration.ofSeconds(20)).until(() -> {
            System.gc();
            return classes.refersTo(null);
        });
    }

    private WeakReference<ClassLoader> askedAndClosed() throws Exception {
        try (URLClassLoader plugin = load()) {
            try (TextToImageProvider provider = provider(plugin)) {
                assertTrue(provider.readiness().isReady());
                assertTrue(provider.expectedRuntime(1).toMillis() > 0);
            }
            return new WeakReference<>(plugin);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plugin.conf",
                "META-INF/LICENSE",
                "META-INF/licenses/onnxruntime.txt",
                "META-INF/licenses/protobuf-javalite.txt",
                "ThirdPartyNotices.txt",
                NATIVE + "linux-x64/libonnxruntime.so",
                NATIVE + "linux-x64/libonnxruntime4j_jni.so",
                NATIVE + "linux-aarch64/libonnxruntime.so",
                NATIVE + "linux-aarch64/libonnxruntime4j_jni.so",
                NATIVE + "osx-aarch64/libonnxruntime.dylib",
                NATIVE + "osx-aarch64/libonnxruntime4j_jni.dylib",
                NATIVE + "win-x64/onnxruntime.dll",
                NATIVE + "win-x64/onnxruntime4j_jni.dll"
            })
    void theJarHolds(String name) throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertNotNull(jar.getEntry(name), name);
        }
    }

    @Test
    void theJarNamesItsExtensionAndItself() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertEquals("diffusion", jar.getManifest().getMainAttributes().getValue("Plugin-Id"));
            try (InputStream index = jar.getInputStream(jar.getEntry("META-INF/extensions.idx"))) {
                String extensions = new String(index.readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(extensions.contains(DiffusionProviderFactory.class.getName()), extensions);
            }
        }
    }

    @Test
    void theJarHoldsNoClassesOfTheHostAndNothingForDebuggers() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertEquals(
                    List.of(),
                    jar.stream()
                            .map(Object::toString)
                            .filter(name -> name.matches("(dev/easel/api|org/slf4j|org/pf4j)/.*\\.class|.*\\.dSYM/.*"))
                            .toList());
        }
    }

    private static URLClassLoader load() throws IOException {
        return new URLClassLoader(new URL[] {JAR.toUri().toURL()}, new ApiOnly());
    }

    private TextToImageProvider provider(ClassLoader plugin) throws ReflectiveOperationException {
        ProviderFactory factory = (ProviderFactory) plugin.loadClass(DiffusionProviderFactory.class.getName())
                .getConstructor()
                .newInstance();
        return factory.create(Settings.of("default", Zoo.folder("turbo")).in(folder))
                .get(0);
    }

    /** Shows a plugin what a host shows it, and nothing else of the test's class path. */
    private static final class ApiOnly extends ClassLoader {
        ApiOnly() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.matches("(dev\\.easel\\.api|org\\.pf4j|org\\.slf4j)\\..*")) {
                return ShadedJarIT.class.getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
