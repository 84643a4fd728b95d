package org.plinth.web.cert;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.plinth.web.config.PrivateFiles;

/**
 * A certificate authority of one's own in a folder: {@code ca.pem}, {@code ca-key.pem}, and the server's {@code
 * server.pem} (with the authority's behind it) and {@code server-key.pem}. Asked again, it signs a new server certificate
 * with the same authority, so that nothing has to be trusted anew. ECDSA on P-256: every system of the last ten years
 * takes it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280">RFC 5280, certificates</a>
 */
public final class LocalAuthority {

    /** Apple takes no longer ones from authorities that a person installed. */
    public static final int MOST_SERVER_DAYS = 825;

    /** What a server certificate lasts unless told otherwise. */
    public static final int SERVER_DAYS = 397;

    private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);
    /** Clocks of tablets are seldom right. */
    private static final Duration BEFORE = Duration.ofDays(1);

    private static final int SERIAL_BITS = 127;
    private static final String SIGNATURE = "SHA256withECDSA";

    private final Path folder;
    private final Clock clock;
    private final SecureRandom random;

    /**
     * What was made.
     *
     * @param authority file to be trusted
     * @param chain for {@code --tls-cert}
     * @param key for {@code --tls-key}
     * @param until when the server's certificate ends
     * @param authorityUntil when the authority's does
     * @param renewed whether the authority was there already
     */
    public record Made(Path authority, Path chain, Path key, Instant until, Instant authorityUntil, boolean renewed) {}

    private record Signer(X509Certificate certificate, PrivateKey key) {}

    /** In this folder. */
    public LocalAuthority(Path folder, Clock clock, SecureRandom random) {
        this.folder = folder;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Signs a certificate for these names, with a new key.
     *
     * @param days that it lasts
     * @throws IOException if the folder cannot be written
     * @throws GeneralSecurityException if what is there is no authority, or it has ended
     */
    public Made sign(ServerNames names, int days) throws IOException, GeneralSecurityException {
        PrivateFiles.createFolder(folder);
        Path authority = folder.resolve("ca.pem");
        Path authorityKey = folder.resolve("ca-key.pem");
        boolean renewed = Files.exists(authority) || Files.exists(authorityKey);
        try {
            Signer signer = renewed
                    ? new Signer(Pem.certificate(authority), Pem.key(authorityKey))
                    : found(authority, authorityKey);
            signer.certificate().checkValidity(Date.from(clock.instant()));
            Instant end = signer.certificate().getNotAfter().toInstant();
            Instant until = earlier(clock.instant().plus(Duration.ofDays(days)), end);
            KeyPair pair = pair();
            X509Certificate server = server(signer, pair.getPublic(), names, until);
            Pem.write(folder.resolve("server-key.pem"), pair.getPrivate());
            Pem.write(folder.resolve("server.pem"), server, signer.certificate());
            return new Made(
                    authority, folder.resolve("server.pem"), folder.resolve("server-key.pem"), until, end, renewed);
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("the authority cannot sign", e);
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Signer found(Path certificate, Path key)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPair pair = pair();
        X500Name name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, "Plinth")
                .addRDN(BCStyle.CN, "Plinth local authority " + new BigInteger(32, random).toString(16))
                .build();
        Instant now = clock.instant();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                serial(),
                Date.from(now.minus(BEFORE)),
                Date.from(now.plus(AUTHORITY_LIFE)),
                name,
                pair.getPublic());
        // It signs servers and no further authority.
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                .addExtension(
                        Extension.subjectKeyIdentifier,
                        false,
                        new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
        X509Certificate made = signed(builder, pair.getPrivate());
        Pem.write(key, pair.getPrivate());
        Pem.write(certificate, made);
        return new Signer(made, pair.getPrivate());
    }

    private X509Certificate server(Signer signer, PublicKey key, ServerNames names, Instant until)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        X500Name subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, "Plinth")
                .addRDN(BCStyle.CN, names.all().get(0))
                .build();
        JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                signer.certificate(),
                serial(),
                Date.from(clock.instant().minus(BEFORE)),
                Date.from(until),
                new X500Principal(subject.getEncoded()),
                key);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                .addExtension(Extension.subjectAlternativeName, false, names.asn1())
                .addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key))
                .addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        identifiers.createAuthorityKeyIdentifier(signer.certificate()));
        return signed(builder, signer.key());
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(SIGNATURE).build(key)));
    }

    private BigInteger serial() {
        return new BigInteger(SERIAL_BITS, random).add(BigInteger.ONE);
    }

    private KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }
}
