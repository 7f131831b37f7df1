package dev.easel.host.provider.jar;

import dev.easel.host.config.EaselConfig.PluginPolicy;
import dev.easel.host.config.EaselConfig.Trust;
import dev.easel.host.config.Secret;
import dev.easel.host.provider.TestPluginJar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class JarTrustTest {
    private static final String PASSWORD = "changeit";

    private Path folder;
    private Path jar;
    private Path signers;

    @BeforeEach
    void prepare(@TempDir Path given) throws IOException {
        folder = Files.createDirectories(given.resolve("plugins"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        jar = TestPluginJar.of("good")
                .resource("META-INF/extensions.idx", "zoo.Some\n")
                .resource("zoo/Some.class", "not looked into")
                .writeTo(folder.resolve("good.jar"));
        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-r--r--"));
        signers = given.resolve("signers.p12");
    }

    private PluginInspection examine(Trust trust, Path vouching, Instant now) {
        PluginPolicy policy = new PluginPolicy(
                trust, Optional.of(vouching), Optional.of(vouching), new Secret(PASSWORD), Duration.ZERO);
        return new JarExaminer(policy, Clock.fixed(now, ZoneOffset.UTC)).examine(jar);
    }

    private PluginInspection examineSigned() {
        return examine(Trust.SIGNED, signers, Instant.now());
    }

    private static void run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), output);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private void makeKey(Path keystore, String alias, int days) {
        run(
                tool("keytool"),
                "-genkeypair",
                "-keystore",
                keystore.toString(),
                "-storepass",
                PASSWORD,
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + alias,
                "-validity",
                String.valueOf(days));
        assertTrue(
                keystore.toFile().setWritable(false, false) && keystore.toFile().setWritable(true, true));
    }

    private void sign(Path keystore, String alias) {
        run(tool("jarsigner"), "-keystore", keystore.toString(), "-storepass", PASSWORD, jar.toString(), alias);
    }

    private static void assertOnlyFault(String part, PluginInspection inspection) {
        assertEquals(1, inspection.faults().size(), inspection.faults()::toString);
        assertTrue(inspection.faults().get(0).contains(part), inspection.faults()::toString);
    }

    private String sum() throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
    }

    @Test
    void aPinnedJarIsTrustedWhateverItsName() throws Exception {
        Path sums = Files.writeString(
                folder.resolveSibling("sums"),
                "# of the painters\n\n" + "0".repeat(64) + "  other.jar\n" + sum() + " *elsewhere/good-1.0.jar\n");

        PluginInspection inspection = examine(Trust.PINNED, sums, Instant.now());

        assertEquals(List.of(), inspection.faults());
        assertEquals(List.of(), inspection.warnings());
    }

    @Test
    void aJarThatIsNotPinnedIsRefusedAndItsSumIsSaid() throws Exception {
        Path sums = Files.writeString(folder.resolveSibling("sums"), "0".repeat(64) + "  good.jar\nnonsense\n");

        PluginInspection inspection = examine(Trust.PINNED, sums, Instant.now());

        assertOnlyFault("The jar's SHA-256 is " + sum() + ", which " + sums + " does not list", inspection);
        assertTrue(inspection.warnings().get(0).startsWith("Line 2 of " + sums), inspection.warnings()::toString);
    }

    @Test
    void withoutTheFileOfPinsNoJarIsTrusted() {
        assertOnlyFault("cannot be read", examine(Trust.PINNED, folder.resolve("none"), Instant.now()));
    }

    @Test
    void pinsThatOthersMayWriteVouchForNothing() throws Exception {
        Path sums = Files.writeString(folder.resolveSibling("sums"), sum() + "  good.jar\n");
        Files.setPosixFilePermissions(sums, PosixFilePermissions.fromString("rw-rw-rw-"));

        assertOnlyFault("may be written to by everybody", examine(Trust.PINNED, sums, Instant.now()));
    }

    @Test
    void aJarSignedByAKnownCertificateIsTrusted() {
        makeKey(signers, "painter", 30);
        sign(signers, "painter");

        assertEquals(List.of(), examineSigned().faults());
    }

    @Test
    void aJarThatIsNotSignedIsRefused() {
        makeKey(signers, "painter", 30);

        assertOnlyFault(
                "entries are not signed with a permitted algorithm, such as [META-INF/extensions.idx, zoo/Some.class]",
                examineSigned());
    }

    @Test
    void aJarSignedByAStrangerIsRefused() {
        Path strangers = folder.resolveSibling("strangers.p12");
        makeKey(signers, "painter", 30);
        makeKey(strangers, "stranger", 30);
        sign(strangers, "stranger");

        assertOnlyFault("signed by CN=stranger, whose certificate is not trusted", examineSigned());
    }

    @Test
    void anExpiredCertificateIsNotTrusted() {
        makeKey(signers, "painter", 30);
        sign(signers, "painter");

        assertOnlyFault("NotAfter", examine(Trust.SIGNED, signers, Instant.now().plus(Duration.ofDays(31))));
    }

    @Test
    void anEntryThatWasAddedAfterSigningIsNamed() throws Exception {
        makeKey(signers, "painter", 30);
        sign(signers, "painter");
        change("zoo/Added.class");

        assertOnlyFault(
                "1 of the jar's entries are not signed with a permitted algorithm, such as [zoo/Added.class]",
                examineSigned());
    }

    @Test
    void aChangedEntryIsNoticed() throws Exception {
        makeKey(signers, "painter", 30);
        sign(signers, "painter");
        change("zoo/Some.class");

        assertOnlyFault("was changed after it was signed", examineSigned());
    }

    private void change(String entry) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            Files.writeString(zip.getPath(entry), "changed");
        }
    }

    @Test
    void aCertificateOfAKnownAuthorityIsTrusted() throws Exception {
        Path authority = folder.resolveSibling("authority.p12");
        Path painters = folder.resolveSibling("painters.p12");
        Path request = folder.resolveSibling("request.csr");
        Path certificate = folder.resolveSibling("certificate.pem");
        Path root = folder.resolveSibling("root.pem");
        run(
                tool("keytool"),
                "-genkeypair",
                "-keystore",
                authority.toString(),
                "-storepass",
                PASSWORD,
                "-alias",
                "authority",
                "-keyalg",
                "EC",
                "-dname",
                "CN=authority",
                "-ext",
                "bc:c");
        makeKey(painters, "painter", 30);
        keytool(painters, "-certreq", "-alias", "painter", "-file", request.toString());
        keytool(
                authority,
                "-gencert",
                "-alias",
                "authority",
                "-infile",
                request.toString(),
                "-outfile",
                certificate.toString());
        keytool(authority, "-exportcert", "-rfc", "-alias", "authority", "-file", root.toString());
        keytool(painters, "-importcert", "-noprompt", "-alias", "authority", "-file", root.toString());
        keytool(painters, "-importcert", "-noprompt", "-alias", "painter", "-file", certificate.toString());
        keytool(signers, "-importcert", "-noprompt", "-alias", "authority", "-file", root.toString());
        sign(painters, "painter");

        assertEquals(List.of(), examineSigned().faults());
    }

    private void keytool(Path keystore, String... arguments) {
        List<String> command = new java.util.ArrayList<>(
                List.of(tool("keytool"), "-keystore", keystore.toString(), "-storepass", PASSWORD));
        command.addAll(List.of(arguments));
        run(command.toArray(String[]::new));
    }

    @Test
    void aKeyStoreThatCannotBeReadTrustsNobody() throws IOException {
        Files.writeString(signers, "no key store");

        assertOnlyFault("cannot be read", examineSigned());
    }

    @Test
    void whereOthersMayWriteIsWarnedAboutAndRefusedWhereJarsAreSigned() throws Exception {
        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-rw-r--"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));

        PluginInspection any = examine(Trust.ANY, signers, Instant.now());
        makeKey(signers, "painter", 30);
        sign(signers, "painter");
        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-rw-r--"));
        PluginInspection signed = examineSigned();

        assertEquals(List.of(), any.faults());
        assertEquals(2, any.warnings().size(), any.warnings()::toString);
        assertTrue(any.warnings().get(0).contains("The jar may be written to by its group"));
        assertTrue(any.warnings().get(1).contains("may be written to by everybody"));
        assertEquals(2, signed.faults().size(), signed.faults()::toString);
    }
}
