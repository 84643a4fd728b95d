package org.plinth.web.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.plinth.core.formula.Formulas;
import org.plinth.web.audit.CheckpointKey;
import org.plinth.web.measure.Engine;
import org.plinth.web.outcome.OutcomeQuestion;

/** What an audit export consists of and what it was made with, signed by the key that signs the audit log's checkpoints. */
final class AuditManifest {

    private static final String SIGNED = "plinth-manifest-1\n";

    private AuditManifest() {}

    static void write(AuditExport.Made made, SummedSink sink) throws IOException {
        CheckpointKey key = made.ground().checkpoints().key();
        String manifest = json(made, sink, key);
        sink.text("manifest.json", manifest);
        byte[] signed = (SIGNED + manifest).getBytes(StandardCharsets.UTF_8);
        sink.text("manifest.sig", key.id() + " " + key.sign(signed) + "\n");
    }

    private static String json(AuditExport.Made made, SummedSink sink, CheckpointKey key) {
        AuditOptions options = made.options();
        OutcomeQuestion question = options.question(made.request());
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("format", 1).put("export", AuditExport.ID);
        json.put("form", options.form().name());
        json.put("sample", made.request().clinic().sample());
        json.put("madeAt", made.request().at().toString());
        json.put("purpose", made.request().purpose().name());
        json.put("closedFrom", options.from().map(Object::toString).orElse("ANY"));
        json.put("closedTo", question.to().toString());
        json.put("position", options.position().orElse("ANY"));
        json.put("site", options.site().orElse("ANY"));
        json.put("engineVersion", Engine.VERSION);
        json.put("rows", made.table().size())
                .put("rowsBeforeLeavingOut", made.table().rowsMade());
        json.put("columns", made.table().columns().size());
        if (options.form() == AuditForm.SHARED) {
            json.put("k", options.k());
        }
        ObjectNode formulas = json.putObject("formulas");
        Formulas.all().forEach(formula -> formulas.put(formula.id(), formula.version()));
        ArrayNode files = json.putArray("files");
        for (SummedSink.File file : sink.files()) {
            ObjectNode one = files.addObject();
            one.put("name", file.name()).put("sha256", file.sha256()).put("bytes", file.bytes());
            if (file.rows() >= 0) {
                one.put("rows", file.rows());
            }
        }
        json.put("key", key.id()).put("publicKey", key.publicPem());
        return json.toPrettyString() + "\n";
    }
}
