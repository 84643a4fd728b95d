package org.plinth.web.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.outcome.OutcomeQuestion;
import org.plinth.web.outcome.OutcomeReader;
import org.plinth.web.outcome.OutcomeSummary;
import org.plinth.web.store.AuditEvent;
import org.plinth.web.store.Stores;

/**
 * The newest answers about a clinic's outcomes, kept until anything of the clinic changes: every change has its row in the audit log, in
 * the transaction of the change. Blocks; any thread but an event loop.
 */
final class OutcomeBook {

    private static final int KEPT = 16;
    private static final int PAGE = 500;

    private final PageParts parts;
    private final Map<OutcomeQuestion, Answer> answers = new Newest();

    private record Answer(OutcomeSummary summary, long seq) {}

    OutcomeBook(PageParts parts) {
        this.parts = parts;
    }

    /** As things stand now. */
    OutcomeSummary of(OutcomeQuestion question) {
        return parts.store().read(stores -> {
            long head = stores.audit().head().seq();
            Optional<Answer> known = kept(question);
            if (known.isPresent()
                    && isUnchanged(stores, question.clinic().id(), known.get().seq())) {
                keep(question, new Answer(known.get().summary(), head));
                return known.get().summary();
            }
            OutcomeSummary summary = OutcomeSummary.of(OutcomeReader.read(
                    stores, parts.clinicPositions().of(stores, question.clinic().id()), question));
            keep(question, new Answer(summary, head));
            return summary;
        });
    }

    private synchronized Optional<Answer> kept(OutcomeQuestion question) {
        return Optional.ofNullable(answers.get(question));
    }

    private synchronized void keep(OutcomeQuestion question, Answer answer) {
        answers.put(question, answer);
    }

    /** Readings and logins leave rows too; what changes data says what stands there now. */
    private static boolean isUnchanged(Stores stores, Id<Clinic> clinic, long seq) {
        for (long after = seq; ; ) {
            List<AuditEvent> rows = stores.audit().next(after, PAGE);
            if (rows.isEmpty()) {
                return true;
            }
            for (AuditEvent row : rows) {
                boolean looked =
                        row.action().startsWith("record.") || row.action().startsWith("export.");
                if (row.clinic().equals(clinic) && !looked && row.after().isPresent()) {
                    return false;
                }
                after = row.seq();
            }
        }
    }

    /** The least recently asked leaves first. */
    private static final class Newest extends LinkedHashMap<OutcomeQuestion, Answer> {
        private static final long serialVersionUID = 1L;

        Newest() {
            super(KEPT, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<OutcomeQuestion, Answer> eldest) {
            return size() > KEPT;
        }
    }
}
