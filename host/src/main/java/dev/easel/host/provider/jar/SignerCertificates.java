package dev.easel.host.provider.jar;

import dev.easel.host.config.Secret;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Timestamp;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The certificates that signers of jars are known by: each either a signer's own or that of an authority.
 *
 * <p>A signature that carries the timestamp of a known authority counts if the certificate was valid then; any other
 * one if it is valid now. Revocation lists are not fetched, as a host may have no way to the network.
 */
final class SignerCertificates {
    /** The extended key usage of authorities that date signatures. */
    private static final String TIMESTAMPING = "1.3.6.1.5.5.7.3.8";

    private final Set<X509Certificate> known;
    private final Set<X509Certificate> timestamping;
    private final Optional<String> problem;
    private final Supplier<Date> now;

    private SignerCertificates(
            Set<X509Certificate> known,
            Set<X509Certificate> timestamping,
            Optional<String> problem,
            Supplier<Date> now) {
        this.known = known;
        this.timestamping = timestamping;
        this.problem = problem;
        this.now = now;
    }

    /** Reads a key store; one that cannot be read knows nobody, and says so. */
    static SignerCertificates read(Path keystore, Secret password, Supplier<Date> now) {
        try {
            Set<X509Certificate> known = certificatesOf(keystore.toFile(), password.value());
            Set<X509Certificate> timestamping = new HashSet<>(known);
            timestamping.addAll(ofTheJdk());
            return new SignerCertificates(known, timestamping, checkKnown(keystore, known), now);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
            return new SignerCertificates(
                    Set.of(),
                    Set.of(),
                    Optional.of("The key store " + keystore + ", which plugins.keystore names, cannot be read ("
                            + unreadable.getMessage() + "), so no jar is trusted; correct its name, its permissions or "
                            + "plugins.keystore-password."),
                    now);
        }
    }

    /** Why nobody is known, if so. */
    Optional<String> problem() {
        return problem;
    }

    /** Tells why a signer is not to be trusted, if so. */
    Optional<String> problemOf(CodeSigner signer) {
        List<X509Certificate> chain = chainOf(signer.getSignerCertPath());
        Date date = signedAt(signer.getTimestamp()).orElseGet(now);
        try {
            validate(chain, known, date);
            return Optional.empty();
        } catch (GeneralSecurityException untrusted) {
            return Optional.of("The jar is signed by " + chain.get(0).getSubjectX500Principal()
                    + ", whose certificate is not trusted at "
                    + date.toInstant().truncatedTo(ChronoUnit.DAYS) + " (" + untrusted.getMessage()
                    + "); if you trust the signer, import the certificate into the key store of plugins.keystore with "
                    + "keytool -importcert, and if it has expired, get a jar with a newer signature.");
        }
    }

    private Optional<Date> signedAt(@Nullable Timestamp timestamp) {
        if (timestamp == null) {
            return Optional.empty();
        }
        try {
            List<X509Certificate> chain = chainOf(timestamp.getSignerCertPath());
            requireTimestamping(chain.get(0));
            validate(chain, timestamping, timestamp.getTimestamp());
            return Optional.of(timestamp.getTimestamp());
        } catch (GeneralSecurityException untrusted) {
            return Optional.empty();
        }
    }

    /** Else whoever has any public certificate could date signatures back (RFC 3161, section 2.3). */
    private static void requireTimestamping(X509Certificate authority) throws CertificateException {
        @Nullable List<String> usages = authority.getExtendedKeyUsage();
        if (usages == null || !usages.contains(TIMESTAMPING)) {
            throw new CertificateException("the certificate is not one for timestamps");
        }
    }

    private static void validate(List<X509Certificate> chain, Set<X509Certificate> anchors, Date date)
            throws GeneralSecurityException {
        if (anchors.contains(chain.get(0))) {
            chain.get(0).checkValidity(date);
            return;
        }
        List<X509Certificate> below = new ArrayList<>();
        for (X509Certificate each : chain) {
            if (anchors.contains(each)) {
                break;
            }
            below.add(each);
        }
        Set<TrustAnchor> trust = new HashSet<>();
        anchors.forEach(anchor -> trust.add(new TrustAnchor(anchor, null)));
        PKIXParameters parameters = new PKIXParameters(trust);
        parameters.setRevocationEnabled(false);
        parameters.setDate(date);
        CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(below);
        CertPathValidator.getInstance("PKIX").validate(path, parameters);
    }

    private static List<X509Certificate> chainOf(CertPath path) {
        return path.getCertificates().stream().map(X509Certificate.class::cast).toList();
    }

    private static Optional<String> checkKnown(Path keystore, Set<X509Certificate> known) {
        Optional<String> writable = FilePermissions.writableByOthers(keystore)
                .map(who -> "The key store " + keystore + ", which plugins.keystore names, may be written to by " + who
                        + ", so it vouches for nobody; chmod go-w it.");
        return writable.isPresent() || !known.isEmpty()
                ? writable
                : Optional.of("The key store " + keystore + ", which plugins.keystore names, holds no certificate, so "
                        + "no jar is trusted; import those of signers with keytool -importcert.");
    }

    private static Set<X509Certificate> certificatesOf(File file, String password)
            throws IOException, GeneralSecurityException {
        char @Nullable [] characters = password.isEmpty() ? null : password.toCharArray();
        KeyStore store = KeyStore.getInstance(file, characters);
        Set<X509Certificate> certificates = new HashSet<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                certificates.add(certificate);
            }
        }
        return certificates;
    }

    /** The public authorities, as those of timestamps are among them. */
    private static Set<X509Certificate> ofTheJdk() throws IOException, GeneralSecurityException {
        File file = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts")
                .toFile();
        return file.canRead() ? certificatesOf(file, "") : Set.of();
    }
}
