package dev.easel.api;

import dev.easel.api.contract.ProviderContract;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Plugins that were made for the first version of the API work with this one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiCompatibilityTest {
    /** The kit of the contract test is part of it. */
    private static final Path FIRST_VERSION = Path.of("src/test/baseline");

    private static final String PROVIDER = "dev/easel/api/provider/TextToImageProvider.java";
    private static final String CONTEXT = "dev/easel/api/plugin/PluginContext.java";

    @TempDir
    private Path edited;

    private Path first = FIRST_VERSION;

    @BeforeAll
    void compileTheFirstVersion(@TempDir Path classes) throws IOException {
        CompiledApi.compile(FIRST_VERSION, classes);
        first = classes;
    }

    @Test
    void nothingOfTheFirstVersionIsTakenAwayAndPluginsHaveNoNewDuties() throws IOException, URISyntaxException {
        assertEquals(
                List.of(),
                ApiBreaks.between(
                        CompiledApi.jar(first),
                        CompiledApi.jar(folderOf(ApiVersion.class), folderOf(ProviderContract.class))),
                "Plugins of the first version would break; plugin-api/README.md says what may be added");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            provider/TextToImageProvider.java | String id();            | String id(); void warmUp();   | METHOD_ADDED_TO_INTERFACE warmUp in
            provider/TextToImageProvider.java | String id();            | ''                            | METHOD_REMOVED id in
            provider/TextToImageProvider.java | default int slots() { throw new Error(); } | int slots(); | METHOD_NOW_ABSTRACT
            provider/ProviderFactory.java     | PluginContext context   | PluginContext context, int n  | METHOD_REMOVED
            event/TaskEventListener.java      | throws Exception        | ''                            | METHOD_NO_LONGER_THROWS_CHECKED_EXCEPTION
            plugin/PluginContext.java         | Path dataFolder();      | String dataFolder();          | METHOD_RETURN_TYPE_CHANGED
            provider/ImageSink.java           | long MAX_PIXELS         | long MOST_PIXELS              | FIELD_REMOVED
            provider/Readiness.java           | NOT_CONFIGURED,         | ''                            | FIELD_REMOVED
            task/TaskRequest.java             | String identifier)      | String identifier, int seed)  | CONSTRUCTOR_REMOVED
            contract/ProviderContract.java    | protected ContractTerms terms() { throw new Error(); } | protected abstract ContractTerms terms(); | METHOD_NOW_ABSTRACT
            task/TaskNotFoundException.java   | extends RuntimeException | extends Exception            | CLASS_NOW_CHECKED_EXCEPTION
            """)
    void aBreakIsFound(String file, String from, String to, String expected) throws IOException {
        List<String> breaks = breaksOf("dev/easel/api/" + file, from, to);
        assertTrue(breaks.stream().anyMatch(line -> line.startsWith(expected)), () -> expected + " in " + breaks);
    }

    @Test
    void whatMayBeAddedIsNoBreak() throws IOException {
        assertEquals(List.of(), breaksOf(PROVIDER, "String id();", "String id(); default void warmUp() {}"));
    }

    @Test
    void whatTheHostImplementsMayGainMembers() throws IOException {
        assertEquals(List.of(), breaksOf(CONTEXT, "String pluginId();", "String pluginId(); String pluginVendor();"));
    }

    private static Path folderOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private List<String> breaksOf(String file, String from, String to) throws IOException {
        CompiledApi.compileEdited(FIRST_VERSION.resolve(file), from, to, first, edited);
        return ApiBreaks.between(CompiledApi.jar(first), CompiledApi.jar(first, edited));
    }
}
