package org.plinth.web.integrity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import org.plinth.web.audit.CheckpointCheck;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Recording;
import org.plinth.web.text.Texts;

/** Prints what a verification finds, a line each, as it is found. */
public interface VerificationReport extends Verification.Findings {

    /** Prints the end. */
    void summary(Verification.Summary summary);

    /** As sentences, or as JSON lines ({@code docs/data-format.md} §9). */
    static VerificationReport to(PrintWriter out, Texts texts, boolean json) {
        return json ? new Json(out) : new Sentences(out, texts);
    }

    /** One JSON object a line. */
    record Json(PrintWriter out) implements VerificationReport {

        private static final ObjectMapper JSON = new ObjectMapper();

        @Override
        public void fault(Unreadable fault) {
            out.println(JSON.createObjectNode()
                    .put("type", "fault")
                    .put("test", fault.recording().test().toString())
                    .put("recording", fault.recording().id().toString())
                    .put("reason", fault.reason().name()));
        }

        @Override
        public void checkpoint(CheckpointCheck.Fault fault) {
            out.println(JSON.createObjectNode()
                    .put("type", "checkpoint")
                    .put("file", fault.file())
                    .put("number", fault.number())
                    .put("seq", fault.seq())
                    .put("reason", fault.why().name()));
        }

        @Override
        public void orphan(Id<Recording> journal) {
            out.println(JSON.createObjectNode().put("type", "orphan").put("recording", journal.toString()));
        }

        @Override
        public void summary(Verification.Summary summary) {
            ObjectNode line = JSON.createObjectNode().put("type", "summary").put("auditRows", summary.auditRows());
            summary.broken().ifPresent(broken -> line.put("auditBreak", broken.seq())
                    .put("auditBreakReason", broken.why().name()));
            out.println(line.put("checkpoints", summary.checkpoints())
                    .put("checkpointFaults", summary.checkpointFaults())
                    .put("visits", summary.visits())
                    .put("recordings", summary.recordings())
                    .put("faults", summary.faults())
                    .put("unfinished", summary.unfinished())
                    .put("orphans", summary.orphans())
                    .put("whole", summary.whole())
                    .put("holds", summary.holds()));
        }
    }

    /** One sentence a line. */
    record Sentences(PrintWriter out, Texts texts) implements VerificationReport {

        private void print(String key, Object... values) {
            out.println(texts.text(key, values));
        }

        @Override
        public void fault(Unreadable fault) {
            print("integrity.verify.fault", fault.recording().id(), texts.text("integrity.reason." + fault.reason()));
        }

        @Override
        public void checkpoint(CheckpointCheck.Fault fault) {
            print("audit.verify." + fault.why(), fault.file(), fault.number(), fault.seq());
        }

        @Override
        public void orphan(Id<Recording> journal) {
            print("integrity.verify.orphan", journal);
        }

        @Override
        public void summary(Verification.Summary summary) {
            summary.broken()
                    .ifPresentOrElse(
                            broken -> print(
                                    "integrity.verify.broken",
                                    broken.seq(),
                                    texts.text("integrity.verify.why." + broken.why())),
                            () -> print("integrity.verify.chain", summary.auditRows()));
            print("audit.verify.checkpoints", summary.checkpoints(), summary.checkpointFaults());
            print(
                    "integrity.verify.journals",
                    summary.recordings(),
                    summary.faults(),
                    summary.unfinished(),
                    summary.orphans());
            if (!summary.whole()) {
                print("integrity.summary.stopped");
            }
            print(summary.holds() ? "integrity.verify.holds" : "integrity.verify.holds-not");
        }
    }
}
