package org.plinth.web.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
import org.plinth.web.hash.Sha256;

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

    private static final String SUCCESSION = "plinth-checkpoint-key-1\n";
    private static final Pattern FOLLOWS = Pattern.compile("(?m)^Follows: ([0-9a-f]{16} [0-9a-f]{128})$");

    private final PrivateKey secret;
    private final PublicKey open;
    private final Optional<String> follows;

    private CheckpointKey(PrivateKey secret, PublicKey open, Optional<String> follows) {
        this.secret = secret;
        this.open = open;
        this.follows = follows;
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
                keys.generatePublic(new X509EncodedKeySpec(open)),
                Optional.of(FOLLOWS.matcher(text)).filter(Matcher::find).map(found -> found.group(1)));
    }

    private static CheckpointKey create(Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        CheckpointKey made = new CheckpointKey(pair.getPrivate(), pair.getPublic(), Optional.empty());
        made.writeTo(file);
        return made;
    }

    /**
     * Puts a new key into the place of the one in {@code file}, which signs it and is gone afterwards.
     *
     * @throws StartRefused if the old one cannot be read, or the new one not be written
     */
    static CheckpointKey renew(Path file) {
        try {
            CheckpointKey old = read(file);
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            String signed = old.id() + " " + old.sign(succession(pair.getPublic()));
            CheckpointKey made = new CheckpointKey(pair.getPrivate(), pair.getPublic(), Optional.of(signed));
            Path beside = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(beside);
            made.writeTo(beside);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return made;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new StartRefused("audit.key-unusable", file.toString());
        }
    }

    private void writeTo(Path file) throws IOException {
        PrivateFiles.create(file);
        Files.writeString(
                file,
                pem(PRIVATE, secret.getEncoded())
                        + pem(PUBLIC, open.getEncoded())
                        + follows.map(signed -> "Follows: " + signed + "\n").orElse(""),
                StandardCharsets.US_ASCII,
                StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
    }

    private static byte[] succession(PublicKey next) {
        return (SUCCESSION + Sha256.hex(next.getEncoded())).getBytes(StandardCharsets.UTF_8);
    }

    /** Id of the key before this one, a blank, and that key's signature of this one; empty for one that follows none. */
    Optional<String> follows() {
        return follows;
    }

    /** Whether {@code old} signed this one as the key after it. */
    boolean follows(PublicKey old) {
        return isSuccessor(old, open, follows.orElse(""));
    }

    /** Whether {@code old} signed {@code next} as the key after it, by what {@code next} says that it follows. */
    static boolean isSuccessor(PublicKey old, PublicKey next, String follows) {
        int blank = follows.indexOf(' ');
        return blank > 0
                && follows.substring(0, blank).equals(idOf(old))
                && isSigned(old, succession(next), follows.substring(blank + 1));
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
        return Sha256.hex(key.getEncoded()).substring(0, ID_DIGITS);
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
