package org.plinth.web.calibration;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plinth.calibration.check.MassCheck;
import org.plinth.calibration.check.WeeklyCheck;
import org.plinth.calibration.conformity.Decision;
import org.plinth.core.quantity.Force;
import org.plinth.web.text.Texts;

/**
 * What a check came to, for programs and for people ({@code docs/data-format.md}, "Calibrate JSON").
 *
 * @param accuracy against a known mass
 * @param stability against the same object before
 */
public record CheckReport(Optional<MassCheck> accuracy, Optional<WeeklyCheck> stability) {

    private static final int FORMAT = 1;

    /** The graver of both. */
    public Decision worst() {
        Decision ofMass = accuracy.map(MassCheck::decision).orElse(Decision.PASS);
        return ofMass.and(stability.map(CheckReport::decision).orElse(Decision.PASS));
    }

    private static Decision decision(WeeklyCheck check) {
        return check.passes() ? Decision.PASS : Decision.FAIL;
    }

    /** One JSON object on one line. */
    public String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("format", FORMAT);
        accuracy.ifPresent(check -> json.putObject("accuracy")
                .put("applied_N", check.applied().newtons())
                .put("indicated_N", check.indicated().newtons())
                .put("error_N", check.error().newtons())
                .put("U_N", check.expandedUncertainty().newtons())
                .put("U_isLowerBound", !check.referenceStated())
                .put("limit_N", check.limit().newtons())
                .put("decision", check.decision().name()));
        stability.ifPresent(check -> json.putObject("stability")
                .put("reference_N", check.reference().newtons())
                .put("indicated_N", check.indicated().newtons())
                .put("change_N", check.change().newtons())
                .put("change_pct", check.changePercent())
                .put("limit_N", check.limit().newtons())
                .put("decision", decision(check).name()));
        return json.put("decision", worst().name()).toString();
    }

    /** Sentences for people. */
    public List<String> lines(Texts texts) {
        List<String> lines = new ArrayList<>();
        accuracy.ifPresent(check -> lines.add(texts.text(
                "calibration.check.accuracy." + check.decision(),
                newtons(check.indicated()),
                newtons(check.applied()),
                signed(check.error()),
                newtons(check.limit()),
                newtons(check.expandedUncertainty()))));
        stability.ifPresent(check -> lines.add(texts.text(
                "calibration.check.stability." + decision(check),
                newtons(check.indicated()),
                newtons(check.reference()),
                signed(check.change()),
                newtons(check.limit()))));
        return lines;
    }

    private static String newtons(Force force) {
        return String.format(Locale.ROOT, "%.2f N", force.newtons());
    }

    private static String signed(Force force) {
        return String.format(Locale.ROOT, "%+.2f N", force.newtons());
    }
}
