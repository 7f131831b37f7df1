package dev.easel.host.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The {@code easel.conf} of the distribution tells the truth. */
final class CommentedFileTest {
    private static final Path FILE = Path.of("../dist/src/main/conf/easel.conf");

    private final ConfigFixture given;

    CommentedFileTest(@TempDir Path folder) throws IOException {
        given = new ConfigFixture(folder);
    }

    @Test
    void asShippedItSetsNothing() throws Exception {
        EaselConfig defaults = given.load();
        ConfigLoaderTest.assertEqualConfigs(
                defaults, given.file(Files.readString(FILE)).load());
    }

    @Test
    void withEveryKeyUncommentedItSetsExactlyTheDefaults() throws Exception {
        EaselConfig defaults = given.load();
        String uncommented = String.join("\n", settings());
        ConfigLoaderTest.assertEqualConfigs(defaults, given.file(uncommented).load());
    }

    @Test
    void itShowsEveryKeyOnceInTheOrderOfTheTable() throws Exception {
        List<String> names =
                settings().stream().map(line -> line.replaceAll(" =.*", "")).toList();
        assertEquals(Keys.ALL.stream().map(Key::name).toList(), names);
    }

    @Test
    void itNamesTheEnvironmentVariableOfEveryKey() throws Exception {
        List<String> variables = Files.readAllLines(FILE).stream()
                .filter(line -> line.matches("# EASEL_[A-Z_]+[: ].*"))
                .map(line -> line.replaceAll("# (EASEL_[A-Z_]+).*", "$1"))
                .toList();
        assertEquals(Keys.ALL.stream().map(Key::environment).toList(), variables);
    }

    private static List<String> settings() throws IOException {
        return Files.readAllLines(FILE).stream()
                .filter(line -> line.matches("# [a-z.-]+ = .*"))
                .map(line -> line.substring(2))
                .toList();
    }
}
