package org.plinth.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Recording;
import org.plinth.web.journal.JournalKey;
import org.plinth.web.journal.JournalReader;
import org.plinth.web.journal.JournalRecord;
import org.plinth.web.journal.Journals;
import org.plinth.web.journal.RecordType;
import org.plinth.web.testkit.ClinicServer;

/** What stands in the journals of a server. */
final class RecordedPackets {

    private RecordedPackets() {}

    /** The only recording there is. */
    static Recording only(ClinicServer server) {
        try (Journals journals = Journals.open(server.data().resolve("journals"))) {
            List<Id<Recording>> all = journals.list();
            assertThat(all).hasSize(1);
            return server.store()
                    .read(stores -> stores.recordings().find(clinic(server).id(), all.get(0)))
                    .orElseThrow();
        }
    }

    private static Clinic clinic(ClinicServer server) {
        return server.store().read(stores -> stores.clinics().all().get(0));
    }

    /** The packets of a recording, in the order of its journal. */
    static List<byte[]> of(ClinicServer server, Recording row) {
        return records(server, row).stream()
                .filter(record -> record.type() == RecordType.IN)
                .map(JournalRecord::bytes)
                .toList();
    }

    /** The journal of this clinic's only recording. */
    static List<JournalRecord> journal(ClinicServer server, Id<Clinic> clinic) {
        try (Journals journals = Journals.open(server.data().resolve("journals"))) {
            List<Recording> rows = journals.list().stream()
                    .flatMap(id ->
                            server.store().read(stores -> stores.recordings().find(clinic, id)).stream())
                    .toList();
            assertThat(rows).hasSize(1);
            return records(server, rows.get(0));
        }
    }

    /** Its events, as they are written. */
    static String events(ClinicServer server, Recording row) {
        StringBuilder all = new StringBuilder();
        records(server, row).stream()
                .filter(record -> record.type() == RecordType.EVENT)
                .forEach(record -> all.append(new String(record.payload(), StandardCharsets.UTF_8)));
        return all.toString();
    }

    private static List<JournalRecord> records(ClinicServer server, Recording row) {
        JournalKey key = server.store()
                .read(stores -> stores.patients().journalKey(row.clinic(), row.patient()))
                .orElseThrow();
        List<JournalRecord> records = new ArrayList<>();
        try (Journals journals = Journals.open(server.data().resolve("journals"));
                JournalReader reader = journals.read(row.id(), key)) {
            for (Optional<JournalRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                records.add(next.get());
            }
            assertThat(reader.end().closed()).isTrue();
        }
        return records;
    }

    /** Each in its place, from the first on, once; the sensor may have gone on afterwards. */
    static void assertSame(List<byte[]> recorded, List<byte[]> sent) {
        assertThat(recorded).hasSizeLessThanOrEqualTo(sent.size());
        for (int i = 0; i < recorded.size(); i++) {
            assertThat(recorded.get(i)).as("packet " + i).isEqualTo(sent.get(i));
        }
    }
}
