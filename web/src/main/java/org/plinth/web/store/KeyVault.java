package org.plinth.web.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.config.PrivateFiles;
import org.plinth.web.config.StartRefused;
import org.plinth.web.journal.JournalKey;
import org.plinth.web.secret.Seal;

/**
 * The installation's master key, and the patients' keys that it wraps. Losing the file loses the content of every
 * journal; results stay readable. Any thread.
 *
 * <p>A patient's key is 256 random bits, wrapped with AES-256-GCM; its id and the patient's are authenticated with it, so
 * that a wrapped key cannot be moved to another patient.
 */
public final class KeyVault {

    /** How keys are wrapped, as the database names it. */
    static final String WRAP = "A256GCM";

    private static final String PREFIX = "plinth-master-key-1 ";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int SALT_BYTES = 16;
    private static final int TAG_BITS = 128;
    private static final int ID_BYTES = 16;

    private final SecretKeySpec master;
    private final RandomGenerator random;

    /**
     * A patient's key as the database keeps it.
     *
     * @param id as journals name it
     * @param patient whose
     * @param wrapped nonce, sealed key and tag, Base64
     */
    record WrappedKey(Id<JournalKey> id, Id<Patient> patient, String wrapped) {}

    private KeyVault(byte[] master, RandomGenerator random) {
        this.master = new SecretKeySpec(master, "AES");
        this.random = random;
    }

    /**
     * Reads the master key, or makes one (mode 0600) where there is none.
     *
     * @param keyFile where it is
     * @param random secure source of keys, salts and ids
     * @throws StartRefused if it is there and unusable
     */
    public static KeyVault open(Path keyFile, RandomGenerator random) {
        try {
            return new KeyVault(Files.exists(keyFile) ? read(keyFile) : create(keyFile, random), random);
        } catch (IOException e) {
            throw new StartRefused("store.key-file-unusable", keyFile.toString());
        }
    }

    private static byte[] read(Path keyFile) throws IOException {
        return parse(new String(Files.readAllBytes(keyFile), StandardCharsets.US_ASCII), keyFile);
    }

    private static byte[] create(Path keyFile, RandomGenerator random) throws IOException {
        byte[] master = new byte[KEY_BYTES];
        random.nextBytes(master);
        write(keyFile, text(master));
        return master;
    }

    private static void write(Path keyFile, String text) throws IOException {
        PrivateFiles.create(keyFile);
        Files.writeString(keyFile, text, StandardCharsets.US_ASCII, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    }

    private static String text(byte[] master) {
        return PREFIX + HexFormat.of().formatHex(master) + "\n";
    }

    /** What its file holds: the one secret of the installation, for a sealed backup alone. */
    public String text() {
        return text(master.getEncoded());
    }

    /**
     * The key that a text of {@link #text} holds; makes no file.
     *
     * @throws StartRefused if it is none
     */
    public static KeyVault of(String text, RandomGenerator random) {
        return new KeyVault(parse(text, Path.of("master.key")), random);
    }

    /**
     * Writes the key to a file where there is none yet.
     *
     * @throws StartRefused if another key is there, or it cannot be written
     */
    public void writeTo(Path keyFile) {
        try {
            if (Files.notExists(keyFile)) {
                write(keyFile, text());
            } else if (!Arrays.equals(read(keyFile), master.getEncoded())) {
                throw new StartRefused("keep.restore.other-key", keyFile.toString());
            }
        } catch (IOException e) {
            throw new StartRefused("store.key-file-unusable", keyFile.toString());
        }
    }

    private static byte[] parse(String text, Path keyFile) {
        String line = text.strip();
        if (!line.matches(PREFIX + "[0-9a-f]{64}")) {
            throw new StartRefused("store.key-file-damaged", keyFile.toString());
        }
        return HexFormat.of().parseHex(line.substring(PREFIX.length()));
    }

    /**
     * A key of 32 bytes for another purpose: HMAC-SHA256 of its name under the master key. It tells nothing about the
     * master key, nor about the key of another purpose.
     */
    public byte[] derived(String purpose) {
        return hmac(master.getEncoded(), "plinth " + purpose);
    }

    private static byte[] hmac(byte[] key, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /** A salt for the hash of personal fields, 32 hexadecimal digits. */
    String newSalt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    /** A new key for a patient's journals. */
    WrappedKey newKey(Id<Patient> patient) {
        byte[] secret = new byte[KEY_BYTES];
        random.nextBytes(secret);
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        Id<JournalKey> id = Id.random(random);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, secret, associated(id.value(), patient.value()));
        byte[] all = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return new WrappedKey(id, patient, Base64.getEncoder().encodeToString(all));
    }

    /**
     * Opens a wrapped key.
     *
     * @throws StartRefused if another master key wrapped it
     */
    JournalKey unwrap(WrappedKey key) {
        return new JournalKey(key.id(), open(key));
    }

    private byte[] open(WrappedKey key) {
        byte[] all = Base64.getDecoder().decode(key.wrapped());
        byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
        byte[] sealed = Arrays.copyOfRange(all, NONCE_BYTES, all.length);
        byte[] associated = associated(key.id().value(), key.patient().value());
        return crypt(Cipher.DECRYPT_MODE, nonce, sealed, associated);
    }

    /** What seals a patient's photos: a key of its own under hers, which tells nothing about the key of her journals. */
    Seal photos(WrappedKey key) {
        return new Seal(hmac(open(key), "plinth photo 1"), random);
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] bytes, byte[] associated) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, master, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(associated);
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new StartRefused("store.key-mismatch");
        }
    }

    private static byte[] associated(UUID key, UUID patient) {
        return ByteBuffer.allocate(2 * ID_BYTES)
                .putLong(key.getMostSignificantBits())
                .putLong(key.getLeastSignificantBits())
                .putLong(patient.getMostSignificantBits())
                .putLong(patient.getLeastSignificantBits())
                .array();
    }
}
