package org.plinth.web.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bytes of format 1 for ever: {@code golden/journal/v1.plj}. */
class JournalGoldenTest {

    @TempDir
    Path folder;

    private static byte[] golden() throws Exception {
        try (InputStream in = JournalGoldenTest.class.getResourceAsStream("/golden/journal/v1.plj")) {
            return in.readAllBytes();
        }
    }

    @Test
    void writer_gives_the_golden_bytes() throws Exception {
        assertThat(Files.readAllBytes(SampleJournal.write(folder, true))).isEqualTo(golden());
    }

    @Test
    void reader_gives_back_what_the_golden_file_holds() throws Exception {
        Path file = Files.write(folder.resolve("v1.plj"), golden());

        SampleJournal.Reading reading = SampleJournal.Reading.of(file);

        assertThat(reading.records())
                .extracting(JournalRecord::type)
                .containsExactly(RecordType.OPEN, RecordType.EVENT, RecordType.OUT, RecordType.IN, RecordType.CLOSE);
        JournalRecord in = reading.records().get(3);
        assertThat(in.hostNanos()).isEqualTo(4_000);
        assertThat(in.wallMicros()).isEqualTo(1_772_703_000_400_000L);
        assertThat(in.characteristic()).isEqualTo(SampleJournal.CHARACTERISTIC);
        assertThat(in.bytes()).isEqualTo(SampleJournal.PACKET);
        assertThat(reading.records().get(0).payload()).isEqualTo(SampleJournal.text(SampleJournal.OPEN));
        assertThat(reading.end().closed()).isTrue();
        assertThat(reading.end().tornTail()).isEmpty();
        assertThat(JournalReader.header(file))
                .isEqualTo(new JournalHeader(SampleJournal.RECORDING, SampleJournal.KEY_ID, SampleJournal.CREATED));
    }

    /** A second reader, straight from the table in docs/data-format.md, sharing nothing with the first. */
    @Test
    void golden_file_is_what_the_description_says() throws Exception {
        byte[] bytes = golden();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        assertThat(new String(bytes, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("PLNJ");
        assertThat(in.getShort(4)).isEqualTo((short) 1);
        assertThat(in.getShort(6)).isEqualTo((short) 64);
        assertThat(HexFormat.of().formatHex(bytes, 8, 24)).isEqualTo("00112233445566778899aabbccddeeff");
        assertThat(HexFormat.of().formatHex(bytes, 24, 40)).isEqualTo("0f0e0d0c0b0a09080706050403020100");
        assertThat(in.getLong(40)).isEqualTo(1_772_703_000_123_456L);
        assertThat(in.getInt(60)).isEqualTo(bitwiseCrc32c(bytes, 0, 60));

        byte[] key = hmac(hmac(Arrays.copyOfRange(bytes, 8, 24), secret()), concat("plinth journal 1", (byte) 1));
        int at = 64;
        int sequence = 0;
        StringBuilder types = new StringBuilder();
        while (at < bytes.length) {
            int n = in.getInt(at);
            types.append(bytes[at + 4]);
            assertThat(in.getInt(at + 8)).isEqualTo(sequence);
            assertThat(in.getInt(at + 28 + n)).isEqualTo(bitwiseCrc32c(bytes, at, 28 + n));
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            byte[] nonce = new byte[12];
            nonce[11] = (byte) sequence;
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            cipher.updateAAD(bytes, at, 28);
            byte[] payload = cipher.doFinal(bytes, at + 28, n);
            if (sequence == 4) {
                assertThat(new String(payload, StandardCharsets.UTF_8)).isEqualTo(SampleJournal.CLOSE);
            }
            at += 28 + n + 4;
            sequence++;
        }
        assertThat(types).hasToString("14325");
    }

    private static byte[] secret() {
        byte[] secret = new byte[32];
        for (int i = 0; i < 32; i++) {
            secret[i] = (byte) (7 * i);
        }
        return secret;
    }

    private static byte[] concat(String text, byte last) {
        byte[] all = Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), text.length() + 1);
        all[text.length()] = last;
        return all;
    }

    private static byte[] hmac(byte[] key, byte[] data) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(data);
    }

    /** CRC-32C bit by bit, reflected polynomial 0x82F63B78. */
    private static int bitwiseCrc32c(byte[] bytes, int from, int length) {
        int crc = -1;
        for (int i = from; i < from + length; i++) {
            crc ^= bytes[i] & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc >>> 1) ^ ((crc & 1) == 1 ? 0x82F63B78 : 0);
            }
        }
        return ~crc;
    }

    /** RFC 5869, A.1: the first block of OKM. */
    @Test
    void key_derivation_is_that_of_the_standard() throws Exception {
        byte[] okm = JournalCipher.hkdf(
                HexFormat.of().parseHex("0b".repeat(22)),
                HexFormat.of().parseHex("000102030405060708090a0b0c"),
                HexFormat.of().parseHex("f0f1f2f3f4f5f6f7f8f9"));

        assertThat(HexFormat.of().formatHex(okm))
                .isEqualTo("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf");
    }

    /** The usual check value of CRC-32C. */
    @Test
    void checksum_is_crc32c() {
        byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);

        assertThat(JournalFormat.checksum(digits, 0, 9)).isEqualTo(0xE3069283);
        assertThat(bitwiseCrc32c(digits, 0, 9)).isEqualTo(0xE3069283);
    }
}
