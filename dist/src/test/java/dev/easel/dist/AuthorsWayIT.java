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
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What third parties do: copy the template, build it with Maven alone, and drop its jar into a host. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorsWayIT {
    private static final String LIBRARY = """
            <dependency>
              <groupId>com.fasterxml.jackson.core</groupId>
              <artifactId>jackson-core</artifactId>
              <version>2.%s.%s</version>
            </dependency>
            """;
    private static final String SIZE = "com.fasterxml.jackson.core.json.PackageVersion.VERSION.getMinorVersion() * 10";

    @TempDir
    private Path folder;

    private AuthorsMachine machine;

    @BeforeAll
    void install() throws IOException {
        machine = AuthorsMachine.prepare();
    }

    @Test
    void aCopyOfTheTemplateKeepsTheContractAndMakesAPicture() throws Exception {
        TemplateCopy sunset = TemplateCopy.into(folder.resolve("sunset"));
        machine.maven(sunset.project(), "verify");
        Path report = sunset.project().resolve("target/surefire-reports/com.example.sunset.SunsetContractTest.txt");
        assertTrue(Files.readString(report).contains("Failures: 0, Errors: 0, Skipped: 0"), "the contract test");

        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        Files.copy(sunset.jar(), plugins.resolve("sunset.jar"));
        try (EaselProcess easel = EaselCommand.host(folder.resolve("data"), "--plugins", plugins.toString())
                .with("EASEL_PLUGIN_SUNSET_SIZE", "96")
                .start()) {
            assertPicture(96, easel.awaitReady(), "a sunset by the sea");
        }
    }

    @Test
    void twoPluginsBringTheirOwnVersionsOfALibrary() throws Exception {
        Path plugins = Files.createDirectories(folder.resolve("both"));
        Files.copy(withLibrary("Dawn", "18", "2"), plugins.resolve("dawn.jar"));
        Files.copy(withLibrary("Dusk", "20", "1"), plugins.resolve("dusk.jar"));
        for (String id : List.of("dawn", "dusk")) {
            try (EaselProcess easel = EaselCommand.host(folder.resolve("data of both"), "--plugins", plugins.toString())
                    .with("EASEL_PROVIDERS_PREFERRED", id)
                    .start()) {
                assertPicture(id.equals("dawn") ? 180 : 200, easel.awaitReady(), id);
            }
        }
    }

    /** Builds a plugin whose pictures tell by their size which version of a library made them. */
    private Path withLibrary(String name, String minor, String patch) throws Exception {
        TemplateCopy copy = TemplateCopy.into(folder.resolve(name))
                .renamed(name)
                .edited("pom.xml", "  </dependencies>", LIBRARY.formatted(minor, patch) + "  </dependencies>")
                .edited(name + "Provider.java", "paint(size)", "paint(" + SIZE + ")");
        machine.maven(copy.project(), "package", "-DskipTests");
        try (JarFile jar = new JarFile(copy.jar().toFile())) {
            assertTrue(jar.stream().anyMatch(entry -> entry.getName().startsWith("com/fasterxml/jackson/core/")));
        }
        return copy.jar();
    }

    private static void assertPicture(int size, URI host, String prompt) throws Exception {
        OcsClient client = OcsClient.of(host);
        long id = client.schedule(prompt, "author", 1).taskId();
        await("task " + id)
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> client.fetch(id).taskStatus() == OcsAnswer.SUCCESSFUL);
        BufferedImage picture =
                ImageIO.read(new ByteArrayInputStream(client.image(id, 0).body()));
        assertEquals(List.of(size, size), List.of(picture.getWidth(), picture.getHeight()));
    }
}
