package dev.easel.dist;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static java.util.stream.Collectors.joining;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What third parties do: copy the template, build it with Maven alone, and drop its jar into a host. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorsWayIT {
    private static final Pattern SHELL = Pattern.compile("^```sh\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final String ASM = """
                <dependency>
                  <groupId>org.ow2.asm</groupId>
                  <artifactId>asm</artifactId>
                  <version>%s</version>
                </dependency>
              </dependencies>
            """;
    /** Newer versions of ASM know more. */
    private static final String KNOWN_TO_ASM = "org.objectweb.asm.Opcodes.class.getFields().length";

    @TempDir
    private Path folder;

    private AuthorsMachine machine;

    @BeforeAll
    void install() throws IOException {
        machine = AuthorsMachine.prepare();
    }

    @Test
    void theGuideLeadsToAPicture() throws Exception {
        Files.createSymbolicLink(folder.resolve("easel"), Distribution.checkout());
        try (EaselProcess easel = hostOf(Files.createDirectories(folder.resolve("plugins")))) {
            machine.shell(folder, guide(easel.awaitReady()));
        }
        assertSize(512, Files.readAllBytes(folder.resolve("sunset.png")));
        Path report = folder.resolve("sunset/target/surefire-reports/com.example.sunset.SunsetContractTest.txt");
        assertTrue(Files.readString(report).contains("Failures: 0, Errors: 0, Skipped: 0"), "the contract test");
    }

    /** The versions are those that Maven's own plugins need, so that nothing has to be downloaded for them. */
    @Test
    void twoPluginsBringTheirOwnVersionsOfALibrary() throws Exception {
        Path dawn = withAsm("Dawn", "9.9.1");
        Path dusk = withAsm("Dusk", "9.10.1");
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        Files.copy(dawn, plugins.resolve("dawn.jar"));
        Files.copy(dusk, plugins.resolve("dusk.jar"));
        try (EaselProcess easel = hostOf(plugins)) {
            OcsClient client = OcsClient.of(easel.awaitReady());
            assertSize(248, picture(client));
            Files.delete(plugins.resolve("dawn.jar"));
            awaitSize(249, client);
            Files.copy(dawn, plugins.resolve("dawn.jar"));
            awaitSize(248, client);
        }
    }

    /** Without a preference, the first by id serves. */
    private EaselProcess hostOf(Path plugins) throws IOException {
        return EaselCommand.host(folder.resolve("data"), "--plugins", plugins.toString())
                .start();
    }

    private static String guide(URI host) throws IOException {
        String guide = Files.readString(Distribution.checkout().resolve("plugin-api/README.md"));
        List<String> blocks =
                SHELL.matcher(guide).results().map(block -> block.group(1)).toList();
        assertEquals(5, blocks.size(), "blocks of shell lines in the guide");
        return blocks.stream()
                .collect(joining("\n"))
                .replace("http://127.0.0.1:8080", host.toString())
                .replace("easel/dist/run ", Distribution.launcher() + " ");
    }

    /** Builds a plugin whose pictures tell by their size which version of a library made them. */
    private Path withAsm(String name, String version) throws Exception {
        TemplateCopy copy = TemplateCopy.into(folder.resolve(name))
                .renamed(name)
                .edited("pom.xml", "  </dependencies>\n", ASM.formatted(version))
                .edited(name + "Provider.java", "paint(size)", "paint(" + KNOWN_TO_ASM + ")");
        machine.maven(copy.project(), "package", "-DskipTests");
        try (JarFile jar = new JarFile(copy.jar().toFile())) {
            assertTrue(jar.stream().anyMatch(entry -> entry.getName().startsWith("org/objectweb/asm/")));
        }
        return copy.jar();
    }

    private static void awaitSize(int size, OcsClient client) {
        await("a picture of " + size + " pixels")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertSize(size, picture(client)));
    }

    private static byte[] picture(OcsClient client) throws Exception {
        long id = client.schedule("a day by the sea", "author", 1).taskId();
        await("task " + id)
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> client.fetch(id).taskStatus() == OcsAnswer.SUCCESSFUL);
        return client.image(id, 0).body();
    }

    private static void assertSize(int size, byte[] image) throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(image));
        assertEquals(List.of(size, size), List.of(picture.getWidth(), picture.getHeight()));
    }
}
