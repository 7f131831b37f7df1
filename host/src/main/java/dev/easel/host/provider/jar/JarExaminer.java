package dev.easel.host.provider.jar;

import dev.easel.host.config.EaselConfig.PluginPolicy;
import dev.easel.host.config.EaselConfig.Trust;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;

/** Finds every reason not to load a jar: its own faults, and that it is not trusted; stateless. */
public final class JarExaminer {
    private final PluginInspector inspector = new PluginInspector();
    private final PluginPolicy policy;
    private final Clock clock;

    /**
     * Makes one.
     *
     * @param policy which jars are trusted
     * @param clock tells which certificates are valid
     */
    public JarExaminer(PluginPolicy policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Looks at a jar.
     *
     * @param jar a file, possibly no jar at all
     * @return what was found
     */
    public PluginInspection examine(Path jar) {
        PluginInspection inspection = inspector.inspect(jar);
        try {
            return Files.isRegularFile(jar) ? withTrust(inspection, jar, jar, sha256(jar)) : inspection;
        } catch (IOException unreadable) {
            return inspection;
        }
    }

    /**
     * Looks at a copy of a jar.
     *
     * @param jar where the original is
     * @param copy the copy
     * @param sha256 of the copy, in lower-case hexadecimal digits
     * @return what was found
     */
    public PluginInspection examine(Path jar, Path copy, String sha256) {
        return withTrust(inspector.inspect(copy, String.valueOf(jar.getFileName())), jar, copy, sha256);
    }

    private PluginInspection withTrust(PluginInspection inspection, Path original, Path content, String sha256) {
        Findings findings = new Findings();
        checkPermissions(original, findings);
        trust().ifPresent(trust -> trust.check(content, sha256, findings));
        return inspection.and(findings);
    }

    private Optional<JarTrust> trust() {
        if (policy.trust() == Trust.PINNED) {
            return policy.pins().map(PinnedTrust::new);
        }
        if (policy.trust() == Trust.SIGNED) {
            return policy.keystore()
                    .map(store -> new SignedTrust(SignerCertificates.read(
                            store, policy.keystorePassword(), () -> Date.from(clock.instant()))));
        }
        return Optional.empty();
    }

    private void checkPermissions(Path jar, Findings findings) {
        FilePermissions.writableByOthers(jar)
                .ifPresent(who -> report("The jar may be written to by " + who + "; chmod go-w it.", findings));
        Optional.ofNullable(jar.toAbsolutePath().getParent())
                .ifPresent(folder -> FilePermissions.writableByOthers(folder)
                        .ifPresent(who -> report(
                                "The folder " + folder + " may be written to by " + who
                                        + ", who may put any code into the host; chmod go-w it.",
                                findings)));
    }

    private void report(String sentence, Findings findings) {
        if (policy.trust() == Trust.SIGNED) {
            findings.fault(sentence);
        } else {
            findings.warning(sentence);
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
