package dev.easel.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What lies in the distribution, and under which licences. */
class ContentsIT {
    private static final String VERSION = "-\\d[^/]*\\.jar$";

    @Test
    void theClassPathOfTheHostIsWhatLiesInLib() throws IOException {
        Path host = Distribution.only(Distribution.home().resolve("lib"), "easel-host-*.jar");
        try (JarFile jar = new JarFile(host.toFile())) {
            var attributes = jar.getManifest().getMainAttributes();
            Set<String> jars =
                    new TreeSet<>(List.of(attributes.getValue("Class-Path").split(" ", -1)));
            jars.add(host.getFileName().toString());
            assertEquals(jarsOfLib(), jars);
            assertEquals("dev.easel.host.Easel", attributes.getValue("Main-Class"));
            assertEquals("ALL-UNNAMED", attributes.getValue("Enable-Native-Access"));
        }
    }

    @Test
    void everyJarOfLibIsAmongTheComponentsWithItsLicence() throws IOException {
        Set<String> names = jarsOfLib().stream()
                .map(jar -> jar.replaceFirst(VERSION, ""))
                .filter(name -> !name.startsWith("easel-"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(names.size() > 10, "jars in lib");
        assertEquals(names, Component.in("lib").map(Component::name).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void whateverAPluginsJarHoldsOfOthersIsAmongTheComponents() throws IOException {
        for (Path jar : list(Distribution.home().resolve("plugins"))) {
            String plugin = jar.getFileName().toString().replaceFirst(VERSION, "");
            Set<String> folders = foreignFolders(jar);
            Set<String> listed =
                    Component.in("plugins/" + plugin).map(Component::name).collect(Collectors.toSet());
            assertEquals(
                    List.of(),
                    folders.stream()
                            .filter(folder -> listed.stream().noneMatch(folder::startsWith))
                            .toList(),
                    jar + " holds what licenses/components.txt does not list");
            assertEquals(
                    List.of(),
                    listed.stream()
                            .filter(name -> folders.stream().noneMatch(folder -> folder.startsWith(name)))
                            .toList(),
                    "licenses/components.txt lists what " + jar + " does not hold");
        }
    }

    @Test
    void theTextOfEveryLicenceIsThereAndNoOther() throws IOException {
        Path licences = Distribution.home().resolve("licenses");
        Set<String> texts = list(licences).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.equals("components.txt"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Component.all().map(Component::licence).collect(Collectors.toCollection(TreeSet::new)), texts);
        assertTrue(Files.exists(Distribution.home().resolve("LICENSE")), "LICENSE");
        assertTrue(Files.exists(Distribution.home().resolve("NOTICE")), "NOTICE");
    }

    @Test
    void thePackedDistributionsHoldTheSameFilesButTheArchivesOfClasses() throws Exception {
        String name = Distribution.home().getFileName().toString();
        Set<String> files = new TreeSet<>();
        try (Stream<Path> walk = Files.walk(Distribution.home())) {
            walk.filter(Files::isRegularFile)
                    .map(file -> name + "/" + Distribution.home().relativize(file))
                    .filter(file -> !file.startsWith(name + "/lib/cds/") && !file.startsWith(name + "/data/"))
                    .forEach(files::add);
        }
        try (ZipFile zip =
                new ZipFile(Distribution.home().resolveSibling(name + ".zip").toFile())) {
            assertEquals(
                    files,
                    zip.stream()
                            .filter(entry -> !entry.isDirectory())
                            .map(Object::toString)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        assertEquals(
                List.of(Distribution.launcher()),
                launchers(Distribution.home().resolve("..")),
                "launchers below target");
    }

    private static List<Path> launchers(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder.normalize())) {
            return walk.filter(file -> file.endsWith("bin/easel")).toList();
        }
    }

    private static Set<String> jarsOfLib() throws IOException {
        return list(Distribution.home().resolve("lib")).stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".jar"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the folders of classes and fonts that are not Easel's. */
    private static Set<String> foreignFolders(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(JarEntry::getName)
                    .map(name -> name.replaceFirst("^META-INF/versions/\\d+/", ""))
                    .filter(name -> !name.startsWith("META-INF/") && !name.startsWith("dev/easel/"))
                    .filter(name -> name.contains("/"))
                    .map(name -> name.substring(0, name.lastIndexOf('/')))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** A line of {@code licenses/components.txt}. */
    private record Component(String place, String name, String licence) {
        static Stream<Component> all() throws IOException {
            return Files.readAllLines(Distribution.home().resolve("licenses/components.txt")).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" +", -1))
                    .peek(words -> assertEquals(4, words.length, () -> "words in " + Arrays.toString(words)))
                    .map(words -> new Component(words[0], words[1], words[2]));
        }

        static Stream<Component> in(String place) throws IOException {
            return all().filter(component -> component.place().equals(place));
        }
    }
}
