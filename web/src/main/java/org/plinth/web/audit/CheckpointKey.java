package org.plinth.web.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plinth.web.config.PrivateFiles;
import org.plinth.web.config.StartRefused;

/**
 * The Ed25519 key that signs checkpoints (RFC 8032). It lies outside the database, in a file that only its owner may
 * read; its public half goes with every export. Any thread.
 */
public final class CheckpointKey {

    private static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final int LINE = 64;
    private static final int ID_DIGITS = 16;

    private final PrivateKey secret;
    private final PublicKey open;

    private CheckpointKey(PrivateKey secret, PublicKey open) {
        this.secret = secret;
        this.open = open;
    }

    /**
     * Reads the key, or makes one (mode 0600) where there is none.
     *
     * @throws StartRefused if it is there and unusable
     */
    public static CheckpointKey open(Path file) {
        try {
            return Files.exists(file) ? read(file) : create(file);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new StartRefused("audit.key-unusable", file.toString());
        }
    }

    private static CheckpointKey read(Path file) throws IOException, GeneralSecurityException {
        String text = Files.readString(file, StandardCharsets.US_ASCII);
        KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
        byte[] secret = block(text, PRIVATE).orElseThrow(() -> new GeneralSecurityException("no private key"));
        byte[] open = block(text, PUBLIC).orElseThrow(() -> new GeneralSecurityException("no public key"));
        return new CheckpointKey(
                keys.generatePrivate(new PKCS8EncodedKeySpec(secret)),
                keys.generatePublic(new X509EncodedKeySpec(open)));
    }

    private static CheckpointKey create(Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        PrivateFiles.create(file);
        Files.writeString(
                file,
                pem(PRIVATE, pair.getPrivate().getEncoded())
                        + pem(PUBLIC, pair.getPublic().getEncoded()),
                StandardCharsets.US_ASCII,
                StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
        return new CheckpointKey(pair.getPrivate(), pair.getPublic());
    }

    private static String pem(String what, byte[] bytes) {
        String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
    }

    private static Optional<byte[]> block(String text, String what) {
        Matcher matcher = Pattern.compile("-----BEGIN " + what + "-----\\s*([A-Za-z0-9+/=\\s]+?)\\s*-----END " + what)
                .matcher(text);
        return matcher.find() ? Optional.of(Base64.getMimeDecoder().decode(matcher.group(1))) : Optional.empty();
    }

    /** A public key from its PEM text; empty if it is none. */
    public static Optional<PublicKey> parsePublic(String pem) {
        try {
            Optional<byte[]> bytes = block(pem, PUBLIC);
            if (bytes.isEmpty()) {
                return Optional.empty();
            }
            PublicKey key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(bytes.get()));
            // Base64 has spare bits: a text that is not the one that is written for this key was changed.
            return Optional.of(key)
                    .filter(read -> pem.replace("\r\n", "\n").strip().equals(publicPem(read)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The first 16 hexadecimal digits of the SHA-256 of a public key (X.509, DER): short enough to compare on paper. */
    public static String idOf(PublicKey key) {
        return Checkpoint.sha256(key.getEncoded()).substring(0, ID_DIGITS);
    }

    /** This key's. */
    public String id() {
        return idOf(open);
    }

    /** The public half, as text. */
    public String publicPem() {
        return publicPem(open) + "\n";
    }

    private static String publicPem(PublicKey key) {
        return pem(PUBLIC, key.getEncoded()).strip();
    }

    /** The signature, hexadecimal. */
    public String sign(byte[] statement) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(statement);
            return HexFormat.of().formatHex(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java 17 has " + ALGORITHM, e);
        }
    }

    /** Whether {@code signature} is this key's of that statement. */
    public static boolean isSigned(PublicKey key, byte[] statement, String signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(statement);
            return check.verify(HexFormat.of().parseHex(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
