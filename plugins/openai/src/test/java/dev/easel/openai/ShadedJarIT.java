package dev.easel.openai;

import dev.easel.api.contract.MemorySink;
import dev.easel.api.provider.ImageSink;
import dev.easel.api.provider.ProviderFactory;
import dev.easel.api.provider.TextToImageProvider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Loads the jar as a host does: nothing but the plugin API, PF4J and SLF4J beside it. */
class ShadedJarIT {
    private static final Path JAR = Path.of(System.getProperty("openai.jar"));
    private static final long MOST_BYTES = 4_000_000;

    @TempDir
    private Path folder;

    @Test
    void theJarAloneHasImagesMade() throws Exception {
        try (URLClassLoader plugin = load();
                ScriptedService service = ScriptedService.start()) {
            try (TextToImageProvider provider = provider(plugin, service)) {
                assertSame(plugin, provider.getClass().getClassLoader());
                assertTrue(
                        provider.readiness().isReady(),
                        () -> provider.readiness().toString());
                List<MemorySink> sinks = MemorySink.sinks(2);
                provider.generate(Run.request(Run.PROMPT), List.<ImageSink>copyOf(sinks));
                assertArrayEquals(TestImage.small(1), sinks.get(1).image());
            }
        }
    }

    @Test
    void afterItsEndNothingKeepsItsClassesInMemory() throws Exception {
        WeakReference<ClassLoader> classes = usedAndClosed();
        await("the end of the plugin's classes").atMost(Duration.ofSeconds(20)).until(() -> {
            System.gc();
            return classes.refersTo(null);
        });
    }

    private WeakReference<ClassLoader> usedAndClosed() throws Exception {
        try (URLClassLoader plugin = load();
                ScriptedService service = ScriptedService.start()) {
            try (TextToImageProvider provider = provider(plugin, service)) {
                provider.generate(Run.request(Run.PROMPT), List.of(new MemorySink(0)));
            }
            return new WeakReference<>(plugin);
        }
    }

    @Test
    void theJarNamesItsExtensionItselfAndItsKeys() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertEquals("openai", jar.getManifest().getMainAttributes().getValue("Plugin-Id"));
            try (InputStream index = jar.getInputStream(jar.getEntry("META-INF/extensions.idx"))) {
                String extensions = new String(index.readAllBytes(), StandardCharsets.UTF_8);
                assertTrue(extensions.contains(OpenAiProviderFactory.class.getName()), extensions);
            }
            assertNotNull(jar.getEntry("plugin.conf"));
            assertNotNull(jar.getEntry("META-INF/LICENSE"));
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

    private TextToImageProvider provider(ClassLoader plugin, ScriptedService service)
            throws ReflectiveOperationException {
        ProviderFactory factory = (ProviderFactory) plugin.loadClass(OpenAiProviderFactory.class.getName())
                .getConstructor()
                .newInstance();
        return factory.create(TestProvider.settings(service).in(folder)).get(0);
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
