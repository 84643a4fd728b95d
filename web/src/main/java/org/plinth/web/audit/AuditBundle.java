package org.plinth.web.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Recording;
import org.plinth.web.hash.SummedZip;
import org.plinth.web.journal.Journals;
import org.plinth.web.store.Act;
import org.plinth.web.store.AuditEvent;
import org.plinth.web.store.AuditFilter;
import org.plinth.web.store.AuditStore;
import org.plinth.web.store.CanonicalJson;
import org.plinth.web.store.Store;
import org.plinth.web.text.CellText;

/**
 * The audit log as a ZIP that an auditor checks without Plinth ({@code docs/data-format.md} §30): the chain, checkpoints
 * and public keys, what the journals are now, and the verifier. Rows of other clinics keep their place and lose their
 * content. Written as it is read; any thread.
 */
public final class AuditBundle {

    private static final int PAGE = 1_000;
    private static final List<String> ENCLOSED = List.of("VerifyPlinth.java", "README.txt");
    private static final String FOLDER = "/org/plinth/web/verifier/";

    private final Store store;
    private final Journals journals;
    private final Checkpoints checkpoints;

    /** From this store and these journals. */
    public AuditBundle(Store store, Journals journals, Checkpoints checkpoints) {
        this.store = store;
        this.journals = journals;
        this.checkpoints = checkpoints;
    }

    /**
     * What is wanted.
     *
     * @param clinic whose rows are shown
     * @param alone whether it is the only one here, so that what belongs to the installation is hers to see
     * @param withJournals whether the raw journals go along, sealed as they are
     * @param at when
     * @param version of Plinth
     * @param table the log as a table for people
     */
    public record Wish(
            Id<Clinic> clinic, boolean alone, boolean withJournals, Instant at, String version, Table table) {}

    /**
     * The log as a table.
     *
     * @param head names of the columns
     * @param cells of a row, as whoever asked may see it
     * @param filter which rows
     */
    public record Table(List<String> head, Function<AuditEvent, List<String>> cells, AuditFilter filter) {

        /** Copies the list. */
        public Table {
            head = List.copyOf(head);
        }
    }

    /** Writes all of it; does not close {@code out}. */
    public void write(Wish wish, OutputStream out) throws IOException {
        checkpoints.write();
        AuditStore.Head head = store.read(stores -> stores.audit().head());
        SummedZip files = new SummedZip(out);
        for (String name : ENCLOSED) {
            files.add(name, to -> enclosed(name, to));
        }
        Map<String, Object> about = new TreeMap<>();
        about.put("format", 1);
        about.put("clinic", wish.clinic());
        about.put("at", wish.at());
        about.put("plinth", wish.version());
        about.put("seq", head.seq());
        about.put("head", head.hash());
        files.add("about.json", to -> line(to, CanonicalJson.object(about)));
        Set<Id<Recording>> sealed = new LinkedHashSet<>();
        files.add("rows.ndjson", to -> rows(wish, head.seq(), sealed, to));
        files.add("log.csv", to -> table(wish.table(), head.seq(), to));
        Checkpoints.Exported kept = checkpoints.exported();
        files.add("checkpoints.ndjson", to -> {
            for (String one : kept.lines()) {
                line(to, one);
            }
        });
        for (Map.Entry<String, String> key : new TreeMap<>(kept.keys()).entrySet()) {
            files.add("keys/" + key.getKey(), to -> text(to, key.getValue()));
        }
        files.add("journals.ndjson", to -> journals(sealed, to));
        if (wish.withJournals()) {
            rawJournals(sealed, files);
        }
        String sums = files.sumLines();
        files.text(SummedZip.SUMS, sums);
        CheckpointKey key = checkpoints.key();
        byte[] signed = ("plinth-export-1\n" + sums).getBytes(StandardCharsets.UTF_8);
        files.add("SHA256SUMS.sig", to -> line(to, key.id() + " " + key.sign(signed)));
        files.finish();
    }

    private static void enclosed(String name, OutputStream to) throws IOException {
        try (InputStream in = AuditBundle.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path; build the product again");
            }
            in.transferTo(to);
        }
    }

    private static void text(OutputStream to, String text) throws IOException {
        to.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void line(OutputStream to, String line) throws IOException {
        text(to, line + "\n");
    }

    private void rows(Wish wish, long last, Set<Id<Recording>> sealed, OutputStream to) throws IOException {
        for (long after = 0; after < last; ) {
            long from = after;
            List<AuditEvent> page = store.read(stores -> stores.audit().next(from, PAGE));
            for (AuditEvent row : page) {
                if (row.seq() <= last) {
                    line(to, isShown(wish, row) ? whole(row) : withheld(row));
                    noteSeal(wish, row, sealed);
                }
                after = row.seq();
            }
            if (page.isEmpty()) {
                return;
            }
        }
    }

    private static boolean isShown(Wish wish, AuditEvent row) {
        boolean ofAll = row.action().startsWith("checkpoint.") || row.action().startsWith("clock.");
        return row.clinic().equals(wish.clinic()) || (row.clinic().equals(Act.INSTALLATION) && (wish.alone() || ofAll));
    }

    private static String whole(AuditEvent row) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("seq", row.seq());
        fields.put("at", row.at());
        fields.put("clinic", row.clinic());
        fields.put("actor", row.actor());
        fields.put("action", row.action());
        fields.put("subject", row.subject());
        fields.put("before", row.before());
        fields.put("after", row.after());
        fields.put("reason", row.reason());
        fields.put("from", row.from());
        fields.put("previous", row.previousHash());
        fields.put("hash", row.hash());
        return CanonicalJson.object(fields);
    }

    private static String withheld(AuditEvent row) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("seq", row.seq());
        fields.put("previous", row.previousHash());
        fields.put("hash", row.hash());
        fields.put("withheld", true);
        return CanonicalJson.object(fields);
    }

    private static void noteSeal(Wish wish, AuditEvent row, Set<Id<Recording>> sealed) {
        String kind = "recording:";
        if (row.subject().startsWith(kind) && isShown(wish, row)) {
            Details.of(row.after())
                    .filter(after -> after.path("seal_sha256").isTextual())
                    .flatMap(after -> Id.<Recording>parse(row.subject().substring(kind.length())))
                    .ifPresent(sealed::add);
        }
    }

    private void journals(Set<Id<Recording>> sealed, OutputStream to) throws IOException {
        for (Id<Recording> recording : sealed) {
            Map<String, Object> fields = new TreeMap<>();
            fields.put("recording", recording);
            if (journals.exists(recording)) {
                Recording.Seal now = journals.sealOf(recording);
                fields.put("sha256", now.sha256());
                fields.put("bytes", now.bytes());
            } else {
                fields.put("missing", true);
            }
            line(to, CanonicalJson.object(fields));
        }
    }

    private void rawJournals(Set<Id<Recording>> sealed, SummedZip files) throws IOException {
        for (Id<Recording> recording : sealed) {
            if (journals.exists(recording)) {
                files.add("journals/" + recording + ".plj", to -> Files.copy(journals.path(recording), to));
            }
        }
    }

    private void table(Table table, long last, OutputStream to) throws IOException {
        Writer text = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(table.head());
        long before = last + 1;
        while (true) {
            long from = before;
            List<AuditEvent> page = store.read(stores -> stores.audit().find(table.filter(), from, PAGE));
            if (page.isEmpty()) {
                break;
            }
            for (AuditEvent row : page) {
                csv.writeRecord(
                        table.cells().apply(row).stream().map(CellText::inert).toList());
                before = row.seq();
            }
        }
        csv.flush();
        text.flush();
    }
}
