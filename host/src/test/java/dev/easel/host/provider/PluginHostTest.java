package dev.easel.host.provider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PluginHostTest {
    private PluginHostBench bench;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        bench = new PluginHostBench(folder);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aProviderMarkedAsExtensionServes() throws Exception {
        bench.dropGood("good").start();

        HostedProvider provider = bench.provider("good");

        assertEquals("good", provider.pluginId());
        assertEquals("1.0.0", provider.pluginVersion());
        assertEquals("The good", provider.name(Locale.ENGLISH));
        assertEquals(3, provider.declaredRuntime(3).toSeconds());
        assertEquals(Integer.MAX_VALUE, provider.maxImagesPerCall());
        assertTrue(provider.readiness().isReady());
        assertEquals(Optional.of(provider), bench.host().preferred());
        assertEquals("a fox", bench.run("good", "a fox"));
    }

    @Test
    void aLoadedPluginIsReadySinceItWasLoaded() throws Exception {
        bench.dropGood("good").start();

        assertEquals(
                List.of(new PluginStatus(
                        "good.jar",
                        Optional.of("good"),
                        Optional.of("1.0.0"),
                        PluginStatus.State.READY,
                        PluginHostBench.NOW,
                        List.of())),
                bench.host().statuses());
    }

    @Test
    void aFactoryMakesAsManyProvidersAsItLikes() throws Exception {
        String factory = """
                package zoo;

                import dev.easel.api.plugin.*;
                import dev.easel.api.provider.*;
                import java.util.*;
                import org.pf4j.Extension;

                @Extension
                public class Factory implements ProviderFactory {
                    static class Made extends Base {
                        Made(PluginContext context, String id) { super(context, id); }
                    }

                    @Override
                    public List<TextToImageProvider> create(PluginContext context) {
                        return List.of(new Made(context, "one"), new Made(context, "two"));
                    }
                }
                """;
        bench.drop(
                        "made",
                        TestPluginJar.of("made")
                                .source("zoo.Base", ZooSources.BASE)
                                .source("zoo.Factory", factory))
                .start();

        assertEquals("an owl", bench.run("one", "an owl"));
        assertEquals("an elk", bench.run("two", "an elk"));
    }

    @Test
    void aMissingFolderIsAnEmptyOne() throws IOException {
        Files.delete(bench.plugins);

        bench.start();

        assertEquals(List.of(), bench.host().providers());
        assertEquals(List.of(), bench.host().statuses());
    }

    @Test
    void filesThatAreNoFinishedJarsAreLeftAlone() throws IOException {
        Files.writeString(bench.plugins.resolve(".hidden.jar"), "half");
        Files.writeString(bench.plugins.resolve("copying.jar.part"), "half");
        Files.writeString(bench.plugins.resolve("copying.jar.tmp"), "half");

        bench.start();

        assertEquals(List.of(), bench.host().statuses());
    }
}
