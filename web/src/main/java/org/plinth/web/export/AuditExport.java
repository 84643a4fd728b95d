package org.plinth.web.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plinth.core.audit.Generalisation;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.web.outcome.OutcomeReader;
import org.plinth.web.outcome.OutcomeRow;
import org.plinth.web.outcome.OutcomeSummary;
import org.plinth.web.outcome.Outcomes;
import org.plinth.web.store.Stores;
import org.plinth.web.text.Texts;

/**
 * Closed episodes as a table for audits, by pseudonym: one row for each episode, position and stage ({@code docs/data-format.md}
 * section 35), with what is needed to read it and to check that nobody changed it. Any thread.
 */
public final class AuditExport implements Export {

    /** Its name. */
    public static final String ID = "audit";

    private static final String PART = "outcome.part.";
    private static final String VERIFIER = "VerifyExport.java";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Set<String> options() {
        return AuditOptions.NAMES;
    }

    private record Read(Outcomes outcomes, OutcomeSummary summary) {}

    @Override
    public void write(ExportGround ground, ExportRequest request, ExportSink sink, ExportProgress progress)
            throws IOException {
        AuditOptions options = AuditOptions.of(request);
        progress.done(PART + "read", 0, 0);
        Read read = ground.store().read(stores -> read(stores, ground, request, options));
        progress.goOn();
        List<OutcomeRow> rows = read.outcomes().rows();
        List<AuditColumn> columns = AuditColumns.of(options.form(), ground.pseudonyms(), options.practitioner());
        AuditTable table = options.form() == AuditForm.SHARED
                ? AuditTable.shared(columns, rows, options.k())
                : AuditTable.internal(columns, rows);
        progress.goOn();
        files(new Made(ground, request, options, table, read.summary()), new SummedSink(sink), progress);
    }

    private static Read read(Stores stores, ExportGround ground, ExportRequest request, AuditOptions options) {
        PositionCatalogue positions =
                ground.positions().of(stores, request.clinic().id());
        boolean here = options.site()
                .map(ground.pseudonyms().of("S", request.clinic().id())::equals)
                .orElse(true);
        Outcomes outcomes = here
                ? OutcomeReader.read(stores, positions, options.question(request))
                : new Outcomes(options.question(request), List.of(), 0);
        return new Read(outcomes, OutcomeSummary.of(outcomes));
    }

    /** All that the files are made of. */
    record Made(
            ExportGround ground,
            ExportRequest request,
            AuditOptions options,
            AuditTable table,
            OutcomeSummary summary) {}

    private static void files(Made made, SummedSink sink, ExportProgress progress) throws IOException {
        Texts texts = made.ground().texts();
        AuditTable table = made.table();
        AuditForm form = made.options().form();
        AuditWording wording = new AuditWording(texts);
        List<List<String>> dictionary = wording.dictionary(table, form);
        AuditSummary counted = new AuditSummary(texts, form);
        sink.text("README.txt", readme(made));
        List<List<String>> completeness = counted.completeness(made.summary());
        sink.file("completeness.csv", completeness.size() - 1, out -> AuditFiles.words(completeness, out));
        progress.done(PART + "table", 0, table.size());
        sink.file("audit.csv", table.size(), out -> AuditFiles.csv(table, out));
        progress.goOn();
        sink.file("audit.xlsx", table.size(), out -> AuditFiles.xlsx(table, dictionary, "dictionary", out));
        progress.goOn();
        sink.file("audit.parquet", table.size(), out -> AuditFiles.parquet(table, out));
        progress.done(PART + "table", table.size(), table.size());
        sink.file("dictionary.csv", dictionary.size() - 1, out -> AuditFiles.words(dictionary, out));
        sink.text("summary.json", counted.json(made.summary()));
        sink.text("re-identification.json", AuditReidentification.json(made));
        sink.text("re-identification.txt", AuditReidentification.text(made));
        AuditScripts scripts = new AuditScripts(wording, form);
        sink.text("read_audit.R", scripts.r(table));
        sink.text("read_audit.sps", scripts.sps(table));
        AuditRedcap redcap = new AuditRedcap(wording, form);
        sink.file("redcap_dictionary.csv", table.columns().size(), out -> redcap.dictionary(table, out));
        sink.file("redcap_import.csv", -1, out -> redcap.rows(table, out));
        sink.file(VERIFIER, -1, AuditExport::verifier);
        AuditManifest.write(made, sink);
        progress.done(PART + "done", 1, 1);
    }

    private static void verifier(OutputStream out) throws IOException {
        try (InputStream in = AuditExport.class.getResourceAsStream("/org/plinth/web/verifier/" + VERIFIER)) {
            if (in == null) {
                throw new IllegalStateException(VERIFIER + " is not on the class path; build the product again");
            }
            in.transferTo(out);
        }
    }

    private static String readme(Made made) {
        Texts texts = made.ground().texts();
        List<String> lines = new ArrayList<>();
        lines.add(texts.text("outcome.readme.title"));
        lines.add(texts.text("outcome.readme.form." + made.options().form().name()));
        if (made.request().clinic().sample()) {
            lines.add(texts.text("outcome.readme.sample"));
        }
        Optional<Generalisation.Outcome> shared = made.table().generalisation();
        lines.add(texts.text(
                "outcome.readme.rows",
                Integer.toString(made.table().size()),
                Integer.toString(made.table().rowsMade())));
        shared.ifPresent(outcome -> lines.add(
                texts.text("outcome.readme.k", Integer.toString(made.options().k()))));
        lines.add("");
        for (String part : List.of(
                "completeness",
                "audit",
                "dictionary",
                "summary",
                "reidentification",
                "scripts",
                "redcap",
                "manifest",
                "check")) {
            lines.add(texts.text("outcome.readme." + part));
        }
        lines.add("");
        for (String part : List.of("absent", "mean", "change", "units")) {
            lines.add(texts.text("outcome.readme." + part));
        }
        return String.join("\r\n", lines) + "\r\n";
    }
}
