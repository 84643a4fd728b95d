package org.plinth.web.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.plinth.core.audit.KaplanMeier;
import org.plinth.core.audit.PairedShift;
import org.plinth.core.audit.Quantiles;
import org.plinth.core.audit.SmallCounts;
import org.plinth.core.symmetry.ThresholdState;
import org.plinth.web.outcome.OutcomeSummary;
import org.plinth.web.outcome.PositionSummary;
import org.plinth.web.outcome.ScoreSummary;
import org.plinth.web.outcome.Share;
import org.plinth.web.text.Texts;

/**
 * The counted figures as JSON and completeness as a table. In the shared form small numbers are withheld and others rounded, and
 * nothing but such counts is given where fewer than eight stand behind a figure.
 */
final class AuditSummary {

    private static final List<String> DEFINED = List.of(
            "eligible",
            "paired",
            "complete",
            "median",
            "change",
            "responders",
            "symmetry",
            "time90",
            "quality",
            "missing");

    private final Texts texts;
    private final boolean shared;

    AuditSummary(Texts texts, AuditForm form) {
        this.texts = texts;
        this.shared = form == AuditForm.SHARED;
    }

    String json(OutcomeSummary of) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("format", 1);
        json.put("smallNumbersWithheld", shared);
        ObjectNode definitions = json.putObject("definitions");
        DEFINED.forEach(name -> definitions.put(name, texts.text("outcome.define." + name)));
        counts(
                json,
                List.of("eligible", "leftOut", "bilateral", "tested", "paired", "complete"),
                List.of(of.eligible(), of.leftOut(), of.bilateral(), of.tested(), of.paired(), of.complete()));
        json.put("sites", of.sites());
        quantiles(json, "age_a", of.ages());
        quantiles(json, "visits", of.visits());
        parts(json.putObject("endings"), of.endings());
        ObjectNode positions = json.putObject("positions");
        of.positions()
                .forEach(one -> position(positions.putObject(one.position().id()), one));
        ObjectNode scores = json.putObject("scores");
        of.scores().forEach(one -> score(scores.putObject(one.instrument().id()), one));
        return json.toPrettyString() + "\n";
    }

    private void position(ObjectNode json, PositionSummary of) {
        counts(
                json,
                List.of("eligible", "baseline", "exit", "paired"),
                List.of(of.eligible(), of.baseline(), of.exit(), of.paired()));
        parts(json.putObject("missing"), of.missing());
        quantiles(json, "forceBaseline_N", of.forceBaseline());
        quantiles(json, "forceExit_N", of.forceExit());
        shift(json, "forceChange_N", of.forceChange());
        quantiles(json, "symmetryBaseline_pct", of.symmetryBaseline());
        quantiles(json, "symmetryExit_pct", of.symmetryExit());
        shift(json, "symmetryChange_points", of.symmetryChange());
        counts(json, List.of("changeNotJudged"), List.of(of.notJudged()));
        share(json, "strongerBeyondError", of.stronger());
        share(json, "strongerConfirmed", of.strongerConfirmed());
        share(json, "weakerBeyondError", of.weaker());
        share(json, "symmetryAtLeast90ByValue", of.point90());
        states(json.putObject("symmetry90"), of.states());
        curve(json.putObject("daysToSymmetry90"), of.toSymmetry90());
        quantiles(json, "testsPerEpisode", of.testsPerEpisode());
        ObjectNode quality = json.putObject("quality");
        share(quality, "calibrationInDate", of.quality().inDate());
        share(quality, "variationAbove10pct", of.quality().unsteady());
        share(quality, "painLimited", of.quality().painLimited());
        share(quality, "sameRater", of.quality().sameRater());
        share(quality, "sameDevice", of.quality().sameDevice());
        quantiles(json, "baselineSymmetryOfCompleters_pct", of.completers());
        quantiles(json, "baselineSymmetryOfOthers_pct", of.others());
    }

    private void states(ObjectNode json, Map<ThresholdState, Share> states) {
        List<OptionalInt> given =
                numbers(states.values().stream().map(Share::hits).toList());
        int at = 0;
        for (Map.Entry<ThresholdState, Share> one : states.entrySet()) {
            ObjectNode state = json.putObject(one.getKey().name());
            number(state, "n", given.get(at++));
            if (isGiven(one.getValue())) {
                wilson(state, one.getValue());
            }
        }
    }

    private void score(ObjectNode json, ScoreSummary of) {
        json.put("unit", of.instrument().unit())
                .put("polarity", of.instrument().polarity().name());
        counts(
                json,
                List.of("eligible", "baseline", "exit", "paired"),
                List.of(of.eligible(), of.baseline(), of.exit(), of.paired()));
        parts(json.putObject("missing"), of.missing());
        quantiles(json, "baseline_value", of.first());
        quantiles(json, "exit_value", of.last());
        shift(json, "change", of.change());
        if (isGiven(of.paired())) {
            of.meanChange().ifPresent(mean -> json.put("meanChange", mean));
            of.sdChange().ifPresent(sd -> json.put("sdChange", sd));
        }
        json.put("responderRule", of.rule().name());
        share(json, "responders", of.responders());
    }

    private void curve(ObjectNode json, KaplanMeier of) {
        counts(json, List.of("n", "events"), List.of(of.n(), of.events()));
        if (!isGiven(of.n()) || !isGiven(of.events())) {
            return;
        }
        put(json, "median_d", of.median());
        put(json, "medianLow95_d", of.medianLow());
        put(json, "medianHigh95_d", of.medianHigh());
        if (!shared) {
            var steps = json.putArray("steps");
            of.steps().forEach(step -> {
                ObjectNode one = steps.addObject()
                        .put("days", step.days())
                        .put("atRisk", step.atRisk())
                        .put("events", step.events())
                        .put("waiting", step.waiting());
                step.interval()
                        .ifPresent(interval -> one.put("low95", interval.low()).put("high95", interval.high()));
            });
        }
    }

    private static void put(ObjectNode json, String name, OptionalDouble value) {
        if (value.isPresent()) {
            json.put(name, value.getAsDouble());
        } else {
            json.put(name + "_withheld", "NOT_REACHED");
        }
    }

    private boolean isGiven(int n) {
        return !shared || SmallCounts.isGiven(n);
    }

    private boolean isGiven(Share share) {
        return isGiven(share.hits()) && isGiven(share.n() - share.hits()) && isGiven(share.n());
    }

    private List<OptionalInt> numbers(List<Integer> counts) {
        return shared
                ? SmallCounts.published(counts)
                : counts.stream().map(OptionalInt::of).toList();
    }

    private static void number(ObjectNode json, String name, OptionalInt value) {
        if (value.isPresent()) {
            json.put(name, value.getAsInt());
        } else {
            json.put(name + "_withheld", "SMALL_NUMBER");
        }
    }

    private void counts(ObjectNode json, List<String> names, List<Integer> counts) {
        for (int i = 0; i < names.size(); i++) {
            number(json, names.get(i), shared ? SmallCounts.published(counts.get(i)) : OptionalInt.of(counts.get(i)));
        }
    }

    private void parts(ObjectNode json, Map<String, Integer> parts) {
        List<OptionalInt> given = numbers(List.copyOf(parts.values()));
        List<String> names = new ArrayList<>(parts.keySet());
        for (int i = 0; i < names.size(); i++) {
            number(json, names.get(i), given.get(i));
        }
    }

    private void share(ObjectNode json, String name, Share of) {
        ObjectNode one = json.putObject(name);
        if (!isGiven(of)) {
            one.put("withheld", "SMALL_NUMBER");
            return;
        }
        number(one, "hits", numbers(List.of(of.hits())).get(0));
        number(one, "n", numbers(List.of(of.n())).get(0));
        wilson(one, of);
    }

    private void wilson(ObjectNode json, Share of) {
        of.wilson().ifPresent(wilson -> {
            json.put("proportion", told(wilson.proportion()));
            json.put("low95", told(wilson.low())).put("high95", told(wilson.high()));
        });
    }

    /** An exact proportion would give a rounded count away again. */
    private double told(double proportion) {
        return shared ? Math.round(proportion * 20) / 20.0 : proportion;
    }

    private void quantiles(ObjectNode json, String name, Optional<Quantiles> of) {
        if (of.isEmpty()) {
            json.putObject(name).put("withheld", "NO_VALUES");
        } else if (!isGiven(of.get().n())) {
            json.putObject(name).put("withheld", "SMALL_NUMBER");
        } else {
            ObjectNode one = json.putObject(name);
            number(one, "n", numbers(List.of(of.get().n())).get(0));
            one.put("q1", of.get().lower())
                    .put("median", of.get().median())
                    .put("q3", of.get().upper());
        }
    }

    private void shift(ObjectNode json, String name, Optional<PairedShift> of) {
        if (of.isEmpty() || !isGiven(of.get().n())) {
            json.putObject(name).put("withheld", of.isEmpty() ? "NO_VALUES" : "SMALL_NUMBER");
            return;
        }
        ObjectNode one = json.putObject(name);
        number(one, "n", numbers(List.of(of.get().n())).get(0));
        one.put("estimate", of.get().estimate());
        of.get()
                .interval()
                .ifPresentOrElse(
                        interval -> one.put("low95", interval.low()).put("high95", interval.high()),
                        () -> one.put("interval_withheld", "FEWER_THAN_6"));
    }

    /** The first thing to read: of each measure how many there should be and how many there are. */
    List<List<String>> completeness(OutcomeSummary of) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("measure", "eligible", "baseline", "exit", "paired", "paired_pct", "missing"));
        for (PositionSummary one : of.positions()) {
            rows.add(line(
                    "strength:" + one.position().id(),
                    one.eligible(),
                    one.baseline(),
                    one.exit(),
                    one.paired(),
                    reasons(one.missing())));
        }
        for (ScoreSummary one : of.scores()) {
            rows.add(line(
                    "score:" + one.instrument().id(),
                    one.eligible(),
                    one.baseline(),
                    one.exit(),
                    one.paired(),
                    reasons(one.missing())));
        }
        return rows;
    }

    private List<String> reasons(Map<String, Integer> missing) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        parts(told, missing);
        return told.properties().stream()
                .map(reason -> reason.getKey() + "=" + reason.getValue().asText())
                .toList();
    }

    private List<String> line(String measure, int eligible, int baseline, int exit, int paired, List<String> missing) {
        List<String> row = new ArrayList<>(List.of(measure));
        for (int count : new int[] {eligible, baseline, exit, paired}) {
            row.add(
                    isGiven(count)
                            ? Integer.toString(numbers(List.of(count)).get(0).orElse(0))
                            : "*");
        }
        Share share = new Share(paired, eligible);
        boolean given = eligible > 0 && isGiven(share);
        row.add(given ? Long.toString(Math.round(100 * told((double) paired / eligible))) : "*");
        row.add(String.join(" ", missing));
        return row;
    }
}
