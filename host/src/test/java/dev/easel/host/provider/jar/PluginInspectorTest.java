package dev.easel.host.provider.jar;

import dev.easel.host.provider.TestPluginJar;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PluginInspectorTest {
    private final PluginInspector inspector = new PluginInspector();
    private Path jar;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        jar = folder.resolve("inspected.jar");
    }

    /** A jar whose index names a class that it has, without compiling anything. */
    private static TestPluginJar flawless() {
        return TestPluginJar.of("flawless")
                .resource("META-INF/extensions.idx", "# made by hand\nzoo.Some\n")
                .resource("zoo/Some.class", "not looked into");
    }

    private PluginInspection inspect(TestPluginJar plugin) throws IOException {
        return inspector.inspect(plugin.writeTo(jar));
    }

    private static void assertOnlyFault(String part, PluginInspection inspection) {
        assertEquals(1, inspection.faults().size(), inspection.faults()::toString);
        assertTrue(inspection.faults().get(0).contains(part), inspection.faults()::toString);
    }

    @Test
    void aFlawlessJarIsAccepted() throws IOException {
        PluginInspection inspection = inspect(flawless().resource("plugin.conf", "size = 512"));

        assertEquals(List.of(), inspection.faults());
        assertEquals(List.of(), inspection.warnings());
        assertEquals("inspected.jar", inspection.fileName());
        assertEquals(Optional.of("flawless"), inspection.pluginId());
        assertEquals(Optional.of("1.0.0"), inspection.version());
        assertEquals(List.of("zoo.Some"), inspection.extensions());
        assertEquals(512, inspection.declared().getInt("size"));
    }

    @Test
    void allFaultsAreReportedAtOnce() throws IOException {
        PluginInspection inspection = inspect(TestPluginJar.of("Bad Id")
                .version("one")
                .manifest("Plugin-Requires", "new")
                .manifest("Plugin-Class", "zoo.Missing")
                .manifest("Plugin-Dependencies", "other")
                .resource("META-INF/extensions.idx", "zoo.Absent")
                .resource("plugin.conf", "{"));

        assertEquals(7, inspection.faults().size(), inspection.faults()::toString);
        assertEquals(Optional.of("Bad Id"), inspection.pluginId());
    }

    @Test
    void aFileThatIsNoJarIsAFault() throws IOException {
        Files.writeString(jar, "I am no jar");

        assertOnlyFault("not a jar or is damaged", inspector.inspect(jar));
    }

    @Test
    void anEmptyFileIsAFault() throws IOException {
        Files.createFile(jar);

        assertOnlyFault("not a jar or is damaged", inspector.inspect(jar));
    }

    @Test
    void aTruncatedJarIsAFault() throws IOException {
        byte[] whole = Files.readAllBytes(flawless().writeTo(jar));
        Files.write(jar, Arrays.copyOf(whole, whole.length / 2));

        assertOnlyFault("not a jar or is damaged", inspector.inspect(jar));
    }

    @Test
    void aFolderOrAMissingFileIsAFault() throws IOException {
        assertOnlyFault("is not a file that the host may read", inspector.inspect(jar));
        Files.createDirectory(jar);
        assertOnlyFault("is not a file that the host may read", inspector.inspect(jar));
    }

    @Test
    void aJarWithoutManifestIsAFault() throws IOException {
        assertOnlyFault("has no META-INF/MANIFEST.MF", inspect(flawless().without("META-INF/MANIFEST.MF")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Upper", ".hidden", "a b", "../up", "a/b"})
    void anIllFormedIdIsAFault(String id) throws IOException {
        assertOnlyFault(
                "Plugin-Id is \"" + id + "\"; it must match", inspect(flawless().manifest("Plugin-Id", id)));
    }

    @Test
    void anIdMayHave64Characters() throws IOException {
        assertTrue(inspect(flawless().manifest("Plugin-Id", "a".repeat(64))).isAccepted());
        assertOnlyFault("must match", inspect(flawless().manifest("Plugin-Id", "a".repeat(65))));
    }

    @ParameterizedTest
    @CsvSource({"Plugin-Id", "Plugin-Version"})
    void aManifestWithoutIdOrVersionIsAFault(String attribute) throws IOException {
        assertOnlyFault("The manifest has no " + attribute, inspect(flawless().manifest(attribute, "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.0.0.0", "v1.0.0", "latest"})
    void anIllFormedVersionIsAFault(String version) throws IOException {
        assertOnlyFault(
                "Plugin-Version is \"" + version + "\"", inspect(flawless().version(version)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1.0", "0.0.9", ">=0.1.0 & <1.0.0", "*", "0.1.x", "^0.1.0"})
    void aJarThatRequiresThisApiIsAccepted(String requires) throws IOException {
        PluginInspection inspection = inspect(flawless().manifest("Plugin-Requires", requires));

        assertEquals(List.of(), inspection.faults());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1.1", ">=1.0.0", "<0.1.0", "=0.0.1"})
    void aJarThatRequiresAnotherApiIsAFault(String requires) throws IOException {
        assertOnlyFault(
                "requires version \"" + requires + "\" of the plugin API, but this host has 0.1.0",
                inspect(flawless().manifest("Plugin-Requires", requires)));
    }

    @Test
    void anIllFormedRequirementIsAFault() throws IOException {
        assertOnlyFault("must be a range", inspect(flawless().manifest("Plugin-Requires", "the newest")));
    }

    @Test
    void aJarThatRequiresNothingIsWarnedAbout() throws IOException {
        PluginInspection inspection = inspect(flawless().manifest("Plugin-Requires", ""));

        assertTrue(inspection.isAccepted());
        assertTrue(inspection.warnings().get(0).startsWith("The manifest has no Plugin-Requires"));
    }

    @Test
    void aJarWithoutExtensionIndexIsToldHowToBuildOne() throws IOException {
        assertOnlyFault("<proc>full</proc>", inspect(TestPluginJar.of("unindexed")));
        assertOnlyFault(
                "META-INF/extensions.idx is empty",
                inspect(TestPluginJar.of("unindexed").resource("META-INF/extensions.idx", "# nothing\n")));
    }

    @Test
    void aJarWithAPluginClassNeedsNoExtension() throws IOException {
        PluginInspection inspection = inspect(TestPluginJar.of("booted")
                .manifest("Plugin-Class", "zoo.Boot")
                .resource("zoo/Boot.class", "not looked into"));

        assertTrue(inspection.isAccepted());
        assertTrue(inspection.warnings().get(0).startsWith("The jar has no META-INF/extensions.idx"));
    }

    @Test
    void anExtensionThatIsNotInTheJarIsAFault() throws IOException {
        assertOnlyFault(
                "names zoo.Some, which is not in the jar", inspect(flawless().without("zoo/Some.class")));
    }

    @Test
    void aClassForANewerJavaIsAFaultThatSaysWhatToChange() throws IOException {
        assertOnlyFault(
                "zoo.Some is compiled for Java 99, but this is Java "
                        + Runtime.version().feature() + "; set <maven.compiler.release> to 17",
                inspect(flawless().resource("zoo/Some.class", headerFor(99))));
        assertEquals(
                List.of(),
                inspect(flawless().resource("zoo/Some.class", headerFor(17))).faults());
    }

    private static byte[] headerFor(int java) {
        return ByteBuffer.allocate(8).putInt(0xCAFEBABE).putInt(44 + java).array();
    }

    @Test
    void aPluginClassThatIsNotInTheJarIsAFault() throws IOException {
        assertOnlyFault(
                "Plugin-Class names zoo.Boot, which is not in the jar",
                inspect(flawless().manifest("Plugin-Class", "zoo.Boot")));
    }

    @Test
    void dependenciesOnOtherPluginsAreAFault() throws IOException {
        assertOnlyFault("every plugin stands alone", inspect(flawless().manifest("Plugin-Dependencies", "other@1.0")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a = ",
                "a = ${HOME}",
                "include \"other.conf\"",
                "include file(\"/etc/passwd\")",
                "include required(file(\"/etc/passwd\"))",
                "include url(\"http://127.0.0.1:1/\")",
                "include classpath(\"reference.conf\")"
            })
    void aPluginConfThatIsIllFormedOrReachesOutIsAFault(String conf) throws IOException {
        assertOnlyFault(
                "plugin.conf in the jar is not valid HOCON", inspect(flawless().resource("plugin.conf", conf)));
    }

    @Test
    void ownCopiesOfTheHostsPackagesAreWarnedAbout() throws IOException {
        PluginInspection inspection = inspect(flawless()
                .resource("dev/easel/api/ApiVersion.class", "old")
                .resource("org/slf4j/Logger.class", "other")
                .resource("dev/easel/apiary/Bee.class", "its own"));

        assertTrue(inspection.isAccepted());
        assertEquals(
                List.of("The jar brings its own copy of dev/easel/api/, org/slf4j/, which the host has and which is "
                        + "not used; give these dependencies the scope \"provided\"."),
                inspection.warnings());
    }

    @Test
    void anEndlessIndexIsAFault() throws IOException {
        assertOnlyFault(
                "longer than", inspect(flawless().resource("META-INF/extensions.idx", "zoo.Some\n".repeat(200_000))));
    }
}
