package org.plinth.web.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.plinth.web.store.KeyVault;

/** What stands in a backup comes back as it was, or not at all. */
class SealedStreamTest {

    private static final int CHUNK = 64;
    private static final int SEALED_CHUNK = Chunks.FRAME_BYTES + CHUNK + Chunks.TAG_BYTES;
    private static final BackupSecret SECRET = new BackupSecret.MasterKey(vault('1'));

    private final byte[] content = bytes(3 * CHUNK + 10);

    private static KeyVault vault(char digit) {
        return KeyVault.of("plinth-master-key-1 " + String.valueOf(digit).repeat(64), new Random(1));
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static byte[] sealed(byte[] content, BackupSecret secret, BackupSecret.Cost cost) {
        BackupHeader header = new BackupHeader(
                secret.code(), cost, CHUNK, Instant.EPOCH.plusMillis(7), bytes(BackupHeader.SALT_BYTES));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (SealedOutput out = new SealedOutput(file, header, secret)) {
            out.write(content);
            out.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static byte[] sealed(byte[] content) {
        return sealed(content, SECRET, BackupSecret.Cost.NONE);
    }

    private static byte[] opened(byte[] file, BackupSecret secret) {
        try (SealedInput in = new SealedInput(new ByteArrayInputStream(file), source -> secret)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fault(byte[] file) {
        return fault(file, SECRET);
    }

    private static String fault(byte[] file, BackupSecret secret) {
        BackupFailure failure = catchThrowableOfType(BackupFailure.class, () -> opened(file, secret));
        assertThat(failure).as("a failure").isNotNull();
        return failure.fault().key();
    }

    @Test
    void content_of_every_length_comes_back() {
        for (int length : new int[] {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 5 * CHUNK + 3}) {
            assertThat(opened(sealed(bytes(length)), SECRET))
                    .as(length + " bytes")
                    .isEqualTo(bytes(length));
        }
    }

    @Test
    void any_flipped_bit_is_found_wherever_it_is() {
        byte[] file = sealed(content);
        for (int at = 0; at < file.length; at++) {
            byte[] harmed = file.clone();
            harmed[at] ^= 1;
            assertThat(fault(harmed)).as("byte " + at).startsWith("keep.backup.");
        }
    }

    @Test
    void a_flipped_bit_is_named_with_its_chunk() {
        byte[] file = sealed(content);
        file[BackupHeader.BYTES + SEALED_CHUNK + 30] ^= 1;

        BackupFailure failure = catchThrowableOfType(BackupFailure.class, () -> opened(file, SECRET));

        assertThat(failure.fault().key()).isEqualTo("keep.backup.damaged");
        assertThat(failure.fault().values()).containsExactly("1", Integer.toString(BackupHeader.BYTES + SEALED_CHUNK));
    }

    @Test
    void a_file_cut_off_anywhere_is_refused() {
        byte[] file = sealed(content);
        for (int length = 0; length < file.length; length++) {
            String fault = fault(Arrays.copyOf(file, length));
            assertThat(fault)
                    .as("cut after " + length)
                    .isEqualTo(length < BackupHeader.BYTES ? "keep.backup.not-one" : "keep.backup.truncated");
        }
    }

    @Test
    void chunks_in_another_order_left_out_or_doubled_are_refused() {
        byte[] file = sealed(content);
        byte[] swapped = file.clone();
        System.arraycopy(file, BackupHeader.BYTES, swapped, BackupHeader.BYTES + SEALED_CHUNK, SEALED_CHUNK);
        System.arraycopy(file, BackupHeader.BYTES + SEALED_CHUNK, swapped, BackupHeader.BYTES, SEALED_CHUNK);
        byte[] without = ByteBuffer.allocate(file.length - SEALED_CHUNK)
                .put(file, 0, BackupHeader.BYTES)
                .put(file, BackupHeader.BYTES + SEALED_CHUNK, file.length - BackupHeader.BYTES - SEALED_CHUNK)
                .array();
        byte[] renumbered = swapped.clone();
        renumbered[BackupHeader.BYTES + 3] = 0;
        renumbered[BackupHeader.BYTES + SEALED_CHUNK + 3] = 1;

        assertThat(fault(swapped)).isEqualTo("keep.backup.order");
        assertThat(fault(without)).isEqualTo("keep.backup.order");
        assertThat(fault(renumbered)).isEqualTo("keep.backup.damaged");
    }

    @Test
    void what_was_not_finished_has_no_end_and_what_follows_the_end_is_seen() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        BackupHeader header = new BackupHeader(
                SECRET.code(), BackupSecret.Cost.NONE, CHUNK, Instant.EPOCH, bytes(BackupHeader.SALT_BYTES));
        try (SealedOutput out = new SealedOutput(file, header, SECRET)) {
            out.write(content);
        }
        byte[] whole = sealed(content);

        assertThat(fault(file.toByteArray())).isEqualTo("keep.backup.truncated");
        assertThat(fault(Arrays.copyOf(whole, whole.length + 1))).isEqualTo("keep.backup.trailing");
    }

    @Test
    void a_chunk_of_another_backup_under_the_same_key_does_not_fit() {
        byte[] one = sealed(content);
        byte[] other = one.clone();
        other[40] ^= 1;
        byte[] salted = headerOfAnotherSalt(one);

        assertThat(fault(other)).isEqualTo("keep.backup.header-damaged");
        assertThat(fault(salted)).isEqualTo("keep.backup.damaged");
    }

    /** The whole header of another file before the chunks of this one. */
    private byte[] headerOfAnotherSalt(byte[] file) {
        BackupHeader header = new BackupHeader(
                SECRET.code(), BackupSecret.Cost.NONE, CHUNK, Instant.EPOCH, bytes(BackupHeader.SALT_BYTES + 1 - 1));
        byte[] salt = header.salt();
        salt[0] ^= 1;
        byte[] mixed = file.clone();
        byte[] front = header.bytes(header.keys(SECRET));
        System.arraycopy(front, 0, mixed, 0, front.length);
        return mixed;
    }

    @Test
    void another_key_another_passphrase_and_a_newer_format_are_each_named() {
        BackupSecret.Cost cheap = new BackupSecret.Cost(64, 1, 1);
        byte[] withPhrase = sealed(content, new BackupSecret.Passphrase("correct horse battery"), cheap);
        byte[] newer = sealed(content);
        newer[9] = 2;

        assertThat(fault(sealed(content), new BackupSecret.MasterKey(vault('2'))))
                .isEqualTo("keep.backup.wrong-key");
        assertThat(fault(withPhrase, new BackupSecret.Passphrase("correct horse batterx")))
                .isEqualTo("keep.backup.wrong-passphrase");
        assertThat(opened(withPhrase, new BackupSecret.Passphrase("correct horse battery")))
                .isEqualTo(content);
        assertThat(fault(newer)).isEqualTo("keep.backup.newer");
        assertThat(fault("PK\3\4 some other file entirely".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEqualTo("keep.backup.not-one");
    }

    /** A header is not authenticated before its passphrase was stretched: what it asks for is bounded. */
    @Test
    void a_header_cannot_ask_for_all_memory() {
        byte[] file =
                sealed(content, new BackupSecret.Passphrase("correct horse battery"), new BackupSecret.Cost(64, 1, 1));
        ByteBuffer.wrap(file).putInt(12, Integer.MAX_VALUE);
        CRC32C sum = new CRC32C();
        sum.update(file, 0, 68);
        ByteBuffer.wrap(file).putInt(68, (int) sum.getValue());

        assertThat(fault(file)).isEqualTo("keep.backup.header-damaged");
    }

    /** The vector of the reference implementation, phc-winner-argon2 src/test.c, Argon2id version 0x13. */
    @Test
    void a_passphrase_is_stretched_as_argon2id_says() {
        byte[] key = new BackupSecret.Passphrase("password")
                .key(
                        "somesalt".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                        new BackupSecret.Cost(1 << 16, 2, 1));

        assertThat(HexFormat.of().formatHex(key))
                .isEqualTo("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
    }

    @Test
    void a_passphrase_is_never_printed() {
        assertThat(new BackupSecret.Passphrase("correct horse").toString()).doesNotContain("horse");
    }
}
