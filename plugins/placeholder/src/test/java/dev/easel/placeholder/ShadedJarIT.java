package dev.easel.placeholder;

import dev.easel.api.contract.MemorySink;
import dev.easel.api.provider.GenerationRequest;
import dev.easel.api.provider.ImageSink;
import dev.easel.api.provider.TextToImageProvider;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Loads the jar as a host does: nothing but the plugin API, PF4J and SLF4J beside it. */
class ShadedJarIT {
    private static final Path JAR = Path.of(System.getProperty("placeholder.jar"));
    private static final long MOST_BYTES = 3_000_000;
    private static final String MIXED = "منظر طبيعي — חתול (A red fox, 3 km) Зима، پرواز می‌کند Ά x̂";

    @Test
    void theJarAloneMakesTheSamePicturesAsTheClasses() throws Exception {
        try (URLClassLoader plugin = load()) {
            TextToImageProvider provider = provider(plugin);
            assertSame(plugin, provider.getClass().getClassLoader());
            assertArrayEquals(image(new PlaceholderProvider()), image(provider));
            assertEquals("Platzhalter", provider.name(Locale.GERMAN));
        }
    }

    @Test
    void theJarNamesItsExtensionAndItself() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertEquals("placeholder", jar.getManifest().getMainAttributes().getValue("Plugin-Id"));
            try (InputStream index = jar.getInputStream(jar.getEntry("META-INF/extensions.idx"))) {
                String extensions = new String(index.readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(extensions.contains(PlaceholderProvider.class.getName()), extensions);
            }
        }
    }

    @Test
    void theJarHoldsTheLicencesOfWhatItBrings() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            for (String licence : List.of(
                    "com/formdev/flatlaf/fonts/inter/LICENSE.txt",
                    "net/sf/jasperreports/fonts/dejavu/LICENSE",
                    "META-INF/licenses/icu4j.txt",
                    "META-INF/LICENSE")) {
                assertNotNull(jar.getEntry(licence), licence);
            }
        }
    }

    @Test
    void theJarIsSmallAndHoldsNoClassesOfTheHost() throws IOException {
        assertTrue(Files.size(JAR) < MOST_BYTES, () -> JAR + " is too large");
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertEquals(
                    List.of(),
                    jar.stream()
                            .map(Object::toString)
                            .filter(name -> name.matches("(dev/easel/api|org/slf4j|org/pf4j)/.*\\.class"))
                            .toList());
        }
    }

    private static URLClassLoader load() throws IOException {
        return new URLClassLoader(new URL[] {JAR.toUri().toURL()}, new ApiOnly());
    }

    private static TextToImageProvider provider(ClassLoader plugin) throws ReflectiveOperationException {
        return (TextToImageProvider) plugin.loadClass(PlaceholderProvider.class.getName())
                .getConstructor()
                .newInstance();
    }

    private static byte[] image(TextToImageProvider provider) throws IOException, InterruptedException {
        MemorySink sink = new MemorySink(0);
        provider.generate(GenerationRequest.forPrompt(MIXED).build(), List.<ImageSink>of(sink));
        return sink.image();
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
