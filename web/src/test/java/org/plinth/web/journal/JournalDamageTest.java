package org.plinth.web.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.web.clinic.Recording;
import org.plinth.web.journal.JournalFailure.Reason;

/** Journals cut and altered at every byte: what is good is read, what is not is named, and nothing is guessed. */
class JournalDamageTest {

    @TempDir
    Path folder;

    private byte[] whole;
    private List<JournalRecord> all;
    private List<Integer> starts;

    @BeforeEach
    void write() throws Exception {
        Path file = SampleJournal.write(folder.resolve("whole"), true);
        whole = Files.readAllBytes(file);
        all = SampleJournal.Reading.of(file).records();
        starts = new ArrayList<>();
        for (int at = JournalFormat.HEADER_BYTES; at < whole.length; ) {
            starts.add(at);
            at += JournalFormat.RECORD_HEAD_BYTES + ByteBuffer.wrap(whole).getInt(at) + JournalFormat.CHECKSUM_BYTES;
        }
    }

    private Path file(byte[] bytes) throws Exception {
        Path path = folder.resolve("00").resolve(SampleJournal.RECORDING + ".plj");
        Files.createDirectories(path.getParent());
        return Files.write(path, bytes);
    }

    @Test
    void cut_at_every_byte_everything_before_is_read_and_the_rest_reported_and_cut() throws Exception {
        for (int length = JournalFormat.HEADER_BYTES; length <= whole.length; length++) {
            int size = length;
            int good = (int) starts.stream().filter(start -> start < size).count() - 1;
            boolean atBoundary = starts.contains(length) || length == whole.length;
            int records = Math.max(0, atBoundary && length > starts.get(0) ? good + 1 : good);
            int goodBytes = records == starts.size() ? whole.length : starts.get(records);
            Path file = file(Arrays.copyOf(whole, length));

            SampleJournal.Reading reading = SampleJournal.Reading.of(file);

            assertThat(reading.records()).as("cut at %d", length).isEqualTo(all.subList(0, records));
            Optional<TornTail> tail = length == goodBytes
                    ? Optional.empty()
                    : Optional.of(new TornTail(goodBytes, length - goodBytes, records, TornTail.Reason.CUT_SHORT));
            assertThat(reading.end()).isEqualTo(new JournalEnd(records, goodBytes, records == starts.size(), tail));
            assertCut(file, reading, goodBytes, length);
        }
    }

    private void assertCut(Path file, SampleJournal.Reading reading, int goodBytes, int length) throws Exception {
        try (Journals journals = Journals.open(folder, () -> Long.MAX_VALUE)) {
            Recording.Seal seal = journals.cut(SampleJournal.RECORDING, reading.end());
            assertThat(seal.bytes()).isEqualTo(goodBytes);
            assertThat(seal).isEqualTo(journals.sealOf(SampleJournal.RECORDING));
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(Arrays.copyOf(whole, goodBytes));
        if (length > goodBytes) {
            Path kept = file.resolveSibling(file.getFileName() + ".tail-" + goodBytes);
            assertThat(Files.readAllBytes(kept)).isEqualTo(Arrays.copyOfRange(whole, goodBytes, length));
            Files.delete(kept);
        }
    }

    @Test
    void any_flipped_bit_of_a_record_is_found_and_the_record_named() throws Exception {
        for (int at = starts.get(0); at < whole.length; at++) {
            byte[] altered = whole.clone();
            altered[at] ^= (byte) (1 << at % 8);
            int position = at;
            int record =
                    (int) starts.stream().filter(start -> start <= position).count() - 1;

            SampleJournal.Reading reading = SampleJournal.Reading.of(file(altered));

            assertThat(reading.records()).as("byte %d", at).isEqualTo(all.subList(0, record));
            assertThat(reading.end().tornTail()).isPresent();
            assertThat(reading.end().tornTail().get().sequence()).isEqualTo(record);
            assertThat(reading.end().tornTail().get().atByte()).isEqualTo((long) starts.get(record));
        }
    }

    @Test
    void any_flipped_bit_of_the_header_is_found() throws Exception {
        for (int at = 0; at < JournalFormat.HEADER_BYTES; at++) {
            byte[] altered = whole.clone();
            altered[at] ^= (byte) (1 << at % 8);
            Path file = file(altered);

            JournalFailure failure =
                    catchThrowableOfType(JournalFailure.class, () -> JournalReader.open(file, SampleJournal.KEY));

            assertThat(failure.reason()).as("byte %d", at).isIn(Reason.NOT_A_JOURNAL, Reason.NEWER_FORMAT);
        }
    }

    @Test
    void record_with_a_right_checksum_but_altered_content_is_found_by_its_seal() throws Exception {
        byte[] altered = whole.clone();
        int at = starts.get(3);
        int checked = starts.get(4) - at - JournalFormat.CHECKSUM_BYTES;
        altered[at + JournalFormat.RECORD_HEAD_BYTES] ^= 1;
        ByteBuffer.wrap(altered).putInt(at + checked, JournalFormat.checksum(altered, at, checked));

        TornTail tail = SampleJournal.Reading.of(file(altered)).end().tornTail().orElseThrow();

        assertThat(tail.reason()).isEqualTo(TornTail.Reason.BAD_SEAL);
        assertThat(tail.sequence()).isEqualTo(3);
    }

    @Test
    void record_that_is_missing_or_repeated_is_found() throws Exception {
        byte[] without = new byte[whole.length - (starts.get(3) - starts.get(2))];
        System.arraycopy(whole, 0, without, 0, starts.get(2));
        System.arraycopy(whole, starts.get(3), without, starts.get(2), whole.length - starts.get(3));
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        twice.write(whole, 0, starts.get(3));
        twice.write(whole, starts.get(2), whole.length - starts.get(2));

        assertThat(reason(without)).isEqualTo(TornTail.Reason.BAD_SEQUENCE);
        assertThat(reason(twice.toByteArray())).isEqualTo(TornTail.Reason.BAD_SEQUENCE);
    }

    @Test
    void nothing_follows_close() throws Exception {
        byte[] more = Arrays.copyOf(whole, whole.length + 1);

        assertThat(reason(more)).isEqualTo(TornTail.Reason.AFTER_CLOSE);
    }

    private TornTail.Reason reason(byte[] bytes) throws Exception {
        return SampleJournal.Reading.of(file(bytes))
                .end()
                .tornTail()
                .orElseThrow()
                .reason();
    }

    @Test
    void absurd_length_is_damage_and_not_an_order_for_memory() throws Exception {
        byte[] altered = whole.clone();
        ByteBuffer.wrap(altered).putInt(starts.get(1), Integer.MAX_VALUE);

        assertThat(reason(altered)).isEqualTo(TornTail.Reason.BAD_LENGTH);
    }

    @Test
    void other_key_and_newer_format_are_refused_in_words() throws Exception {
        JournalKey other = new JournalKey(new org.plinth.web.clinic.Id<>(new java.util.UUID(1, 2)), new byte[32]);
        byte[] newer = whole.clone();
        newer[5] = 2;
        ByteBuffer.wrap(newer).putInt(60, JournalFormat.checksum(newer, 0, 60));

        Path file = file(whole);
        assertThat(catchThrowableOfType(JournalFailure.class, () -> JournalReader.open(file, other))
                        .reason())
                .isEqualTo(Reason.WRONG_KEY);
        Path newerFile = file(newer);
        assertThat(catchThrowableOfType(JournalFailure.class, () -> JournalReader.header(newerFile))
                        .reason())
                .isEqualTo(Reason.NEWER_FORMAT);
    }
}
