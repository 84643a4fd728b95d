package org.plinth.web.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.plinth.core.audit.Generalisation;
import org.plinth.web.text.Texts;

/** How far an audit table could still point to a person, and what was given up so that it does not. */
final class AuditReidentification {

    private AuditReidentification() {}

    private static List<Integer> changed(Generalisation.Outcome outcome) {
        List<Integer> changed = new ArrayList<>();
        for (int i = 0; i < outcome.levels().size(); i++) {
            if (outcome.levels().get(i) > 0) {
                changed.add(i);
            }
        }
        return changed;
    }

    private static String level(Generalisation.Outcome outcome, int column) {
        return AuditIdentifiers.COLUMNS
                .get(column)
                .levels()
                .get(outcome.levels().get(column))
                .name();
    }

    static String json(AuditExport.Made made) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("format", 1);
        json.put("form", made.options().form().name());
        made.table()
                .generalisation()
                .ifPresentOrElse(
                        outcome -> {
                            json.put("kAskedFor", made.options().k()).put("kReached", outcome.reached());
                            json.put("rowsKept", outcome.rowsKept())
                                    .put("rows", made.table().rowsMade());
                            json.put("informationLoss", outcome.loss());
                            ArrayNode identifiers = json.putArray("identifiers");
                            for (int i = 0; i < AuditIdentifiers.COLUMNS.size(); i++) {
                                identifiers
                                        .addObject()
                                        .put(
                                                "column",
                                                AuditIdentifiers.COLUMNS.get(i).name())
                                        .put("level", level(outcome, i));
                            }
                        },
                        () -> json.put("rows", made.table().rowsMade()).put("unsuppressed", true));
        return json.toPrettyString() + "\n";
    }

    static String text(AuditExport.Made made) {
        Texts texts = made.ground().texts();
        List<String> lines = new ArrayList<>();
        made.table()
                .generalisation()
                .ifPresentOrElse(
                        outcome -> {
                            lines.add(texts.text(
                                    "outcome.k.reached",
                                    Integer.toString(outcome.reached()),
                                    Integer.toString(made.options().k())));
                            lines.add(texts.text(
                                    "outcome.k.rows",
                                    Integer.toString(outcome.rowsKept()),
                                    Integer.toString(made.table().rowsMade())));
                            changed(outcome)
                                    .forEach(i -> lines.add(texts.text(
                                            "outcome.k.coarser",
                                            AuditIdentifiers.COLUMNS.get(i).name(),
                                            texts.text("outcome.level." + level(outcome, i)))));
                            if (changed(outcome).isEmpty()) {
                                lines.add(texts.text("outcome.k.asitis"));
                            }
                            lines.add(texts.text("outcome.k.not"));
                        },
                        () -> lines.add(texts.text("outcome.k.internal")));
        return String.join("\r\n", lines) + "\r\n";
    }
}
