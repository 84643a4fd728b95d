package org.plinth.web.cert;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * A certificate and a key as a server is given them.
 *
 * @param certificate the server's own
 * @param key that should be its
 */
public record Pair(X509Certificate certificate, PrivateKey key) {

    private static final int PROBE_BYTES = 32;

    /**
     * Reads both.
     *
     * @throws IOException if a file cannot be read
     * @throws GeneralSecurityException if one of them is no PEM of its kind
     */
    public static Pair read(Path chain, Path key) throws IOException, GeneralSecurityException {
        return new Pair(Pem.certificate(chain), Pem.key(key));
    }

    /** Whether what the key signs is what the certificate proves: a server does not notice by itself. */
    public boolean belongsTogether() throws GeneralSecurityException {
        byte[] probe = new byte[PROBE_BYTES];
        new SecureRandom().nextBytes(probe);
        String algorithm =
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC", "ECDSA" -> "SHA256withECDSA";
                    default -> key.getAlgorithm();
                };
        if (!certificate
                .getPublicKey()
                .getAlgorithm()
                .startsWith(key.getAlgorithm().substring(0, 2))) {
            return false;
        }
        Signature signer = Signature.getInstance(algorithm);
        signer.initSign(key);
        signer.update(probe);
        byte[] signature = signer.sign();
        Signature verifier = Signature.getInstance(algorithm);
        verifier.initVerify(certificate.getPublicKey());
        verifier.update(probe);
        return verifier.verify(signature);
    }

    /** When the certificate ends. */
    public Instant until() {
        return certificate.getNotAfter().toInstant();
    }
}
