package org.plinth.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.plinth.core.audit.KaplanMeier;
import org.plinth.core.audit.PairedShift;
import org.plinth.core.audit.Quantiles;
import org.plinth.core.audit.SmallCounts;
import org.plinth.core.outcome.Polarity;
import org.plinth.core.quantity.Force;
import org.plinth.core.symmetry.ThresholdState;
import org.plinth.web.outcome.OutcomeSummary;
import org.plinth.web.outcome.PositionSummary;
import org.plinth.web.outcome.ScoreSummary;
import org.plinth.web.outcome.Share;
import org.plinth.web.page.OutcomesView.Cell;
import org.plinth.web.page.OutcomesView.Figures;
import org.plinth.web.page.OutcomesView.Row;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;

/** A clinic's outcomes as tables of words: each figure with its unit, how many stand behind it, and where its definition is. */
final class OutcomeFigures {

    private final Texts texts;
    private final Numbers numbers;

    OutcomeFigures(Texts texts, Numbers numbers) {
        this.texts = texts;
        this.numbers = numbers;
    }

    private List<String> heads(String... names) {
        List<String> heads = new ArrayList<>();
        for (String name : names) {
            heads.add(texts.text("outcome.head." + name));
        }
        return heads;
    }

    private static boolean few(int n) {
        return n < SmallCounts.LEAST;
    }

    private Cell none() {
        return Cell.words(texts.text("outcome.none"));
    }

    private Cell count(int n, String definition) {
        return Cell.number(Integer.toString(n), definition, n > 0 && few(n));
    }

    Figures completeness(OutcomeSummary of) {
        List<Row> rows = new ArrayList<>();
        for (PositionSummary one : of.positions()) {
            rows.add(row(
                    one.position().name(),
                    one.eligible(),
                    one.baseline(),
                    one.exit(),
                    one.paired(),
                    missing(one.missing())));
        }
        for (ScoreSummary one : of.scores()) {
            rows.add(row(
                    one.instrument().name(),
                    one.eligible(),
                    one.baseline(),
                    one.exit(),
                    one.paired(),
                    missing(one.missing())));
        }
        return new Figures(
                "completeness",
                texts.text("outcome.completeness"),
                heads("measure", "eligible", "first", "exit", "paired", "share", "missing"),
                rows);
    }

    private Row row(String name, int eligible, int first, int exit, int paired, String missing) {
        return new Row(
                name,
                List.of(
                        count(eligible, "eligible"),
                        count(first, "paired"),
                        count(exit, "paired"),
                        count(paired, "paired"),
                        share(new Share(paired, eligible), "paired"),
                        Cell.words(missing)));
    }

    private String missing(Map<String, Integer> of) {
        List<String> reasons = new ArrayList<>();
        of.forEach((reason, n) -> reasons.add(texts.text("outcome.missing." + reason, Integer.toString(n))));
        return String.join("; ", reasons);
    }

    /** "23 of 31: 74 % (likely 57 to 86 %)". */
    Cell share(Share of, String definition) {
        return of.wilson()
                .map(wilson -> Cell.number(
                        texts.text(
                                "outcome.share",
                                Integer.toString(of.hits()),
                                Integer.toString(of.n()),
                                numbers.percent(100 * wilson.proportion()),
                                numbers.whole(100 * wilson.low()),
                                numbers.percent(100 * wilson.high())),
                        definition,
                        few(of.n())))
                .orElseGet(this::none);
    }

    private Cell quantiles(Optional<Quantiles> of, Function<Double, String> bare, Function<Double, String> whole) {
        return of.map(known -> Cell.number(
                        texts.text(
                                "outcome.quantiles",
                                whole.apply(known.median()),
                                bare.apply(known.lower()),
                                whole.apply(known.upper())),
                        "median",
                        few(known.n())))
                .orElseGet(this::none);
    }

    private Cell shift(Optional<PairedShift> of, Function<Double, String> bare, Function<Double, String> whole) {
        return of.map(known -> Cell.number(
                        known.interval()
                                .map(interval -> texts.text(
                                        "outcome.shift",
                                        whole.apply(known.estimate()),
                                        bare.apply(interval.low()),
                                        whole.apply(interval.high())))
                                .orElseGet(() -> texts.text("outcome.shift.bare", whole.apply(known.estimate()))),
                        "change",
                        few(known.n())))
                .orElseGet(this::none);
    }

    private String force(double newtons) {
        return numbers.force(Force.ofNewtons(newtons));
    }

    private String difference(double newtons) {
        return numbers.difference(Force.ofNewtons(newtons));
    }

    private String points(double points) {
        return texts.text("outcome.points", numbers.fine(points));
    }

    Figures strength(PositionSummary of, String id) {
        List<Row> rows = new ArrayList<>();
        rows.add(figure("force.first", of.paired(), quantiles(of.forceBaseline(), this::force, this::force)));
        rows.add(figure("force.exit", of.paired(), quantiles(of.forceExit(), this::force, this::force)));
        rows.add(figure("force.change", of.paired(), shift(of.forceChange(), this::difference, this::difference)));
        rows.add(figure("stronger", of.stronger().n(), share(of.stronger(), "responders")));
        rows.add(figure("confirmed", of.strongerConfirmed().n(), share(of.strongerConfirmed(), "responders")));
        rows.add(figure("weaker", of.weaker().n(), share(of.weaker(), "responders")));
        rows.add(figure("notjudged", of.paired(), count(of.notJudged(), "responders")));
        rows.add(figure(
                "symmetry.first",
                n(of.symmetryBaseline()),
                quantiles(of.symmetryBaseline(), numbers::whole, numbers::percent)));
        rows.add(figure(
                "symmetry.exit", n(of.symmetryExit()), quantiles(of.symmetryExit(), numbers::whole, numbers::percent)));
        rows.add(figure(
                "symmetry.change",
                of.symmetryChange().map(PairedShift::n).orElse(0),
                shift(of.symmetryChange(), numbers::fine, this::points)));
        rows.add(figure("point90", of.point90().n(), share(of.point90(), "symmetry")));
        for (Map.Entry<ThresholdState, Share> state : of.states().entrySet()) {
            rows.add(figure("state." + state.getKey(), state.getValue().n(), share(state.getValue(), "symmetry")));
        }
        rows.add(figure(
                "tests", n(of.testsPerEpisode()), quantiles(of.testsPerEpisode(), numbers::fine, numbers::fine)));
        return new Figures(id + "-strength", texts.text("outcome.strength"), heads("figure", "value", "n"), rows);
    }

    private static int n(Optional<Quantiles> of) {
        return of.map(Quantiles::n).orElse(0);
    }

    private Row figure(String name, int n, Cell value) {
        return new Row(texts.text("outcome.figure." + name), List.of(value, Cell.words(Integer.toString(n))));
    }

    Figures quality(PositionSummary of, String id) {
        PositionSummary.Quality quality = of.quality();
        List<Row> rows = new ArrayList<>();
        rows.add(figure("indate", quality.inDate().n(), share(quality.inDate(), "quality")));
        rows.add(figure("unsteady", quality.unsteady().n(), share(quality.unsteady(), "quality")));
        rows.add(figure("painlimited", quality.painLimited().n(), share(quality.painLimited(), "quality")));
        rows.add(figure("samerater", quality.sameRater().n(), share(quality.sameRater(), "quality")));
        rows.add(figure("samedevice", quality.sameDevice().n(), share(quality.sameDevice(), "quality")));
        rows.add(
                figure("completers", n(of.completers()), quantiles(of.completers(), numbers::whole, numbers::percent)));
        rows.add(figure("others", n(of.others()), quantiles(of.others(), numbers::whole, numbers::percent)));
        return new Figures(id + "-quality", texts.text("outcome.quality"), heads("figure", "value", "n"), rows);
    }

    /** The staircase as a table. */
    Figures waiting(KaplanMeier of, String id) {
        List<Row> rows = new ArrayList<>();
        for (KaplanMeier.Step step : of.steps()) {
            rows.add(new Row(
                    texts.text("outcome.day", numbers.whole(step.days())),
                    List.of(
                            Cell.words(Integer.toString(step.atRisk())),
                            Cell.words(Integer.toString(step.events())),
                            Cell.number(
                                    step.interval()
                                            .map(interval -> texts.text(
                                                    "outcome.range",
                                                    numbers.percent(100 * step.waiting()),
                                                    numbers.whole(100 * interval.low()),
                                                    numbers.percent(100 * interval.high())))
                                            .orElseGet(() -> numbers.percent(100 * step.waiting())),
                                    "time90",
                                    few(step.atRisk())))));
        }
        return new Figures(
                id + "-waiting",
                texts.text("outcome.waiting.table"),
                heads("day", "atrisk", "events", "waiting"),
                rows);
    }

    /** What the staircase says in one sentence. */
    String waitingSaid(KaplanMeier of) {
        String counted = texts.text("outcome.waiting.counted", Integer.toString(of.events()), Integer.toString(of.n()));
        if (of.median().isEmpty()) {
            return counted + " " + texts.text("outcome.waiting.nomedian");
        }
        return counted + " "
                + texts.text(
                        "outcome.waiting.median",
                        numbers.whole(of.median().getAsDouble()),
                        end(of.medianLow()),
                        end(of.medianHigh()));
    }

    private String end(OptionalDouble days) {
        return days.isPresent() ? numbers.whole(days.getAsDouble()) : texts.text("outcome.waiting.open");
    }

    Figures scores(OutcomeSummary of) {
        List<Row> rows = new ArrayList<>();
        for (ScoreSummary one : of.scores()) {
            if (one.paired() > 0) {
                rows.add(score(one));
            }
        }
        return new Figures(
                "scores",
                texts.text("outcome.scores"),
                heads("measure", "first", "exit", "change", "mean", "responders", "n"),
                rows);
    }

    private Row score(ScoreSummary one) {
        String unit = one.instrument().unit();
        Function<Double, String> value = number -> numbers.fine(number) + (unit.isEmpty() ? "" : " " + unit);
        boolean higher = one.instrument().polarity() == Polarity.HIGHER_BETTER;
        return new Row(
                texts.text(
                        higher ? "outcome.score.higher" : "outcome.score.lower",
                        one.instrument().name()),
                List.of(
                        quantiles(one.first(), numbers::fine, value),
                        quantiles(one.last(), numbers::fine, value),
                        shift(one.change(), numbers::fine, value),
                        one.meanChange()
                                .map(mean -> Cell.number(
                                        one.sdChange()
                                                .map(sd ->
                                                        texts.text("outcome.mean", value.apply(mean), numbers.fine(sd)))
                                                .orElseGet(() -> value.apply(mean)),
                                        "change",
                                        few(one.paired())))
                                .orElseGet(this::none),
                        one.rule() == ScoreSummary.Rule.NONE
                                ? Cell.words(texts.text("outcome.norule"))
                                : share(one.responders(), "responders"),
                        Cell.words(Integer.toString(one.paired()))));
    }

    Figures endings(OutcomeSummary of) {
        List<Row> rows = new ArrayList<>();
        of.endings()
                .forEach((reason, n) -> rows.add(new Row(
                        reason.equals("NOT_NOTED")
                                ? texts.text("outcome.ending.none")
                                : texts.text("outcome.value." + reason),
                        List.of(share(new Share(n, of.eligible()), "eligible")))));
        return new Figures("endings", texts.text("outcome.endings"), heads("ending", "episodes"), rows);
    }

    /** How an id stands in an address and in an anchor. */
    static String anchor(String position) {
        return "position-" + position.toLowerCase(Locale.ROOT);
    }
}
