package org.plinth.web.journal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Recording;

/** One journal with fixed ids, times and content: five records, one of each type. */
final class SampleJournal {

    static final Id<Recording> RECORDING =
            Id.<Recording>parse("00112233445566778899aabbccddeeff").orElseThrow();
    static final Id<JournalKey> KEY_ID =
            Id.<JournalKey>parse("0f0e0d0c0b0a09080706050403020100").orElseThrow();
    static final JournalKey KEY = new JournalKey(KEY_ID, secret());
    static final Instant CREATED = Instant.parse("2026-03-05T09:30:00.123456Z");
    static final UUID CHARACTERISTIC = UUID.fromString("7e4e1702-1ea6-40c9-9dcc-13d34ffead57");
    static final String OPEN = "{\"format\":1,\"driver\":\"virtual\",\"side\":\"LEFT\"}";
    static final String EVENT = "{\"event\":\"connected\"}";
    static final String CLOSE = "{\"reason\":\"stopped\",\"packets\":1}";
    static final byte[] COMMAND = {0x65};
    static final byte[] PACKET = {1, 8, 0, 0, -128, 63, 16, 39, 0, 0};

    private SampleJournal() {}

    private static byte[] secret() {
        byte[] secret = new byte[32];
        for (int i = 0; i < secret.length; i++) {
            secret[i] = (byte) (i * 7);
        }
        return secret;
    }

    static byte[] text(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** Writes it, up to CLOSE if wanted. */
    static Path write(Path folder, boolean closed) {
        try (Journals journals = Journals.open(folder, () -> Long.MAX_VALUE)) {
            JournalWriter writer = journals.create(RECORDING, KEY, CREATED);
            writer.append(RecordType.OPEN, 1_000, 1_772_703_000_123_456L, text(OPEN));
            writer.append(RecordType.EVENT, 2_000, 1_772_703_000_200_000L, text(EVENT));
            writer.appendPacket(RecordType.OUT, 3_000, 1_772_703_000_300_000L, CHARACTERISTIC, COMMAND);
            writer.appendPacket(RecordType.IN, 4_000, 1_772_703_000_400_000L, CHARACTERISTIC, PACKET);
            if (closed) {
                writer.seal(5_000, 1_772_703_000_500_000L, text(CLOSE));
            } else {
                writer.close();
            }
            return journals.path(RECORDING);
        }
    }

    /** Everything good in a file, and how it ended. */
    record Reading(List<JournalRecord> records, JournalEnd end) {

        static Reading of(Path file) {
            List<JournalRecord> records = new ArrayList<>();
            try (JournalReader reader = JournalReader.open(file, KEY)) {
                reader.next().ifPresent(records::add);
                while (!records.isEmpty()) {
                    var next = reader.next();
                    if (next.isEmpty()) {
                        break;
                    }
                    records.add(next.get());
                }
                return new Reading(records, reader.end());
            }
        }
    }
}
