package dev.easel.api;

import dev.easel.api.contract.ProviderContract;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What the guide for plugin authors shows is part of the template, which the tests of the distribution build; those run
 * its shell lines, too.
 */
class GuideTest {
    private static final Path GUIDE = Path.of("README.md");
    private static final Path TEMPLATE = Path.of("../plugins/template");
    private static final Pattern SNIPPET =
            Pattern.compile("^ *```(java|xml|hocon)\\n(.*?)^ *```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");
    private static final Pattern CHECK = Pattern.compile("^\\| `(\\w+)` \\| (?!is)", Pattern.MULTILINE);

    static Stream<String> snippets() throws IOException {
        return found(SNIPPET, 2).stream();
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void aSnippetIsPartOfTheTemplate(String snippet) throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATE)) {
            List<Path> sources = files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(TEMPLATE.resolve("target")))
                    .toList();
            assertTrue(sources.stream().anyMatch(file -> holds(file, snippet)), () -> "in no file: " + snippet);
        }
    }

    @Test
    void thereAreSnippets() throws IOException {
        assertTrue(snippets().count() > 8);
    }

    @Test
    void theTableHoldsEveryTestOfTheContract() throws IOException {
        List<String> tests = Stream.of(ProviderContract.class.getDeclaredMethods())
                .filter(GuideTest::isTest)
                .map(Method::getName)
                .sorted()
                .toList();
        assertEquals(tests, found(CHECK, 1).stream().sorted().toList());
    }

    @Test
    void itsLinksLeadSomewhere() throws IOException {
        List<String> links = found(LINK, 1);
        assertTrue(links.size() > 5, () -> "links: " + links);
        assertEquals(
                List.of(),
                links.stream().filter(link -> !Files.exists(Path.of(link))).toList());
    }

    @Test
    void theTemplateIsForThisVersion() throws IOException {
        assertTrue(Files.readString(TEMPLATE.resolve("pom.xml"))
                .contains("<easel.version>" + ApiVersion.CURRENT + "</easel.version>"));
    }

    private static boolean isTest(Method method) {
        return method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(TestFactory.class);
    }

    private static boolean holds(Path file, String snippet) {
        try {
            return unindented(Files.readString(file)).contains(unindented(snippet));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String unindented(String text) {
        return Arrays.stream(text.split("\n")).map(String::strip).collect(joining("\n"));
    }

    private static List<String> found(Pattern pattern, int group) throws IOException {
        return pattern.matcher(Files.readString(GUIDE))
                .results()
                .map((MatchResult match) -> match.group(group))
                .collect(toCollection(ArrayList::new));
    }
}
