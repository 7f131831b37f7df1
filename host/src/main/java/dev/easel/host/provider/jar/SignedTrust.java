package dev.easel.host.provider.jar;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Trusts jars whose every entry is signed, as by {@code jarsigner}, with a certificate that a key store vouches for.
 *
 * <p>The rules are those of the <a
 * href="https://docs.oracle.com/en/java/javase/17/docs/specs/jar/jar.html#signed-jar-file">JAR file specification</a>.
 */
final class SignedTrust implements JarTrust {
    private static final Pattern OF_THE_SIGNATURE =
            Pattern.compile("META-INF/(MANIFEST\\.MF|SIG-[^/]*|[^/]*\\.(SF|RSA|DSA|EC))");
    private static final int MOST_NAMED = 3;

    private final SignerCertificates certificates;

    SignedTrust(SignerCertificates certificates) {
        this.certificates = certificates;
    }

    @Override
    public void check(Path jar, String sha256, Findings findings) {
        Optional<String> unusable = certificates.problem();
        if (unusable.isPresent()) {
            findings.fault(unusable.get());
            return;
        }
        try (JarFile opened = new JarFile(jar.toFile(), true, ZipFile.OPEN_READ)) {
            check(opened, findings);
        } catch (SecurityException changed) {
            findings.fault("The jar was changed after it was signed (" + changed.getMessage()
                    + "); do not trust it, and get it again from its author.");
        } catch (IOException damaged) {
            findings.fault("The jar's signature cannot be read (" + damaged.getMessage() + "); copy it here again.");
        }
    }

    private void check(JarFile jar, Findings findings) throws IOException {
        Set<String> names = new HashSet<>();
        Set<String> unsigned = new TreeSet<>();
        Set<String> problems = new TreeSet<>();
        Map<CodeSigner, Optional<String>> known = new HashMap<>();
        for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
            if (!names.add(entry.getName())) {
                findings.fault("The jar has two entries named " + entry.getName() + "; build and sign it again.");
            }
            if (!entry.isDirectory() && !isOfTheSignature(entry)) {
                check(entry, problemsOf(signersOf(jar, entry), known), unsigned, problems);
            }
        }
        report(unsigned, problems, findings);
    }

    /** One signer usually signed all entries, and is validated once. */
    private List<Optional<String>> problemsOf(List<CodeSigner> signers, Map<CodeSigner, Optional<String>> known) {
        return signers.stream()
                .map(signer -> known.computeIfAbsent(signer, certificates::problemOf))
                .toList();
    }

    private static void check(
            JarEntry entry, List<Optional<String>> ofSigners, Set<String> unsigned, Set<String> problems) {
        if (ofSigners.isEmpty()) {
            unsigned.add(entry.getName());
        } else if (ofSigners.stream().allMatch(Optional::isPresent)) {
            ofSigners.forEach(problem -> problem.ifPresent(problems::add));
        }
    }

    private static void report(Set<String> unsigned, Set<String> problems, Findings findings) {
        if (!unsigned.isEmpty()) {
            findings.fault("plugins.trust is signed, but " + unsigned.size() + " of the jar's entries are not signed "
                    + "with a permitted algorithm, such as "
                    + unsigned.stream().limit(MOST_NAMED).toList()
                    + "; have its author sign the jar with jarsigner after it is built.");
        }
        problems.forEach(findings::fault);
    }

    private static boolean isOfTheSignature(JarEntry entry) {
        return OF_THE_SIGNATURE
                .matcher(entry.getName().toUpperCase(Locale.ROOT))
                .matches();
    }

    /** The signers of an entry are known when it has been read to its end. */
    private static List<CodeSigner> signersOf(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        CodeSigner @Nullable [] signers = entry.getCodeSigners();
        return signers == null ? List.of() : List.of(signers);
    }
}
