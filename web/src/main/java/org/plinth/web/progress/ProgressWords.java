package org.plinth.web.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plinth.core.outcome.ActivityMean;
import org.plinth.core.outcome.Detectable;
import org.plinth.core.outcome.Grade;
import org.plinth.core.outcome.Instrument;
import org.plinth.core.outcome.Polarity;
import org.plinth.core.outcome.Score;
import org.plinth.core.outcome.ScoreChange;
import org.plinth.core.trend.PrescriptionVerdict;
import org.plinth.core.trend.PrescriptionVerdict.Figures;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.diary.EntryKind;
import org.plinth.web.diary.EntryKinds;
import org.plinth.web.diary.EntryWords;
import org.plinth.web.progress.PrescriptionBlock.Result;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Chance;
import org.plinth.web.words.Numbers;
import org.plinth.web.words.Sides;

/** An episode in the clinician's words: verdicts and changes, never surer than they are, never a cause. */
public final class ProgressWords {

    private final Texts texts;
    private final Numbers numbers;
    private final Sides sides;
    private final EntryWords entries;

    /** With its wordings, and how dates and forces are shown. */
    public ProgressWords(Texts texts, Numbers numbers) {
        this.texts = texts;
        this.numbers = numbers;
        this.sides = new Sides(texts);
        this.entries = new EntryWords(texts, numbers);
    }

    /** "Prone curl 15°, right: the uninjured leg got weaker on 6 August 2026." */
    public String warning(Warning warning) {
        return texts.text(
                "progress.warning." + warning.kind().name(),
                warning.position().map(position -> position.name()).orElse(""),
                warning.side().map(sides::inSentence).orElse(""),
                warning.date().map(numbers::date).orElse(""),
                warning.words().map(words -> eventOr(warning, words)).orElse(""));
    }

    private String eventOr(Warning warning, String words) {
        return warning.kind() == Warning.Kind.UPSET_BETWEEN && texts.has("diary.option.what." + words)
                ? texts.text("diary.option.what." + words)
                : words;
    }

    /** When the reference line would be reached if the rise went on; a band of days, never a day. */
    public String projection(Projection projection) {
        String where = texts.text("progress.where", projection.position().name(), sides.inSentence(projection.side()));
        return texts.text(
                projection.band().latest().isPresent() ? "progress.projection" : "progress.projection.open",
                where,
                numbers.force(projection.goal()),
                numbers.whole(projection.band().earliest()),
                projection.band().latest().map(numbers::whole).orElse(""));
    }

    /** What strength did after a prescription, for one leg in one position. */
    public String result(Result result) {
        String where = texts.text("progress.where", result.position().name(), sides.inSentence(result.side()));
        String what = result.missing()
                .map(missing -> texts.text("progress.verdict." + missing.name()))
                .orElseGet(() -> result.judged().map(this::verdict).orElse(""));
        return texts.text("progress.said", where, what);
    }

    private String verdict(PrescriptionVerdict verdict) {
        Optional<Figures> figures = verdict.figures();
        return texts.text(
                "progress.verdict." + verdict.verdict().name(),
                figures.map(known -> numbers.percent(Math.abs(known.percent()))).orElse(""),
                figures.map(known -> texts.text(known.percent() < 0 ? "page.change.less" : "page.change.more"))
                        .orElse(""),
                figures.map(Figures::after).map(numbers::date).orElse(""),
                figures.map(known -> texts.text("progress.before." + known.testsBefore()))
                        .orElse(""),
                figures.map(known -> new Chance(texts).of(known.chanceOfGain())).orElse(""));
    }

    /** What else happened between; empty if nothing did. */
    public Optional<String> alongside(PrescriptionBlock block) {
        if (block.alongside().isEmpty()) {
            return Optional.empty();
        }
        String what = block.alongside().stream()
                .map(entry -> texts.text("progress.alongside.one", named(entry), numbers.date(entry.date())))
                .collect(Collectors.joining("; "));
        return Optional.of(texts.text("progress.alongside", what));
    }

    private String named(EpisodeEntry entry) {
        Optional<EntryKind> kind = EntryKinds.find(entry.kind());
        String lead = kind.map(known -> known.fields().get(0))
                .map(field -> entries.value(field, entry.values().getOrDefault(field.name(), "")))
                .orElse("");
        return lead.isEmpty() ? kind.map(entries::name).orElse(entry.kind()) : lead;
    }

    /** "Single-leg bridge: 3 × 20 s, right leg, 2 times a day, 7 days a week." */
    public String prescription(EpisodeEntry entry) {
        var values = entry.values();
        StringBuilder said = new StringBuilder(values.getOrDefault("exercise", ""));
        said.append(": ");
        said.append(texts.text("progress.side." + values.getOrDefault("side", "BOTH")));
        if (values.containsKey("hold")) {
            said.append(", ")
                    .append(texts.text(
                            "progress.dose.hold", values.getOrDefault("sets", "1"), values.getOrDefault("hold", "")));
        } else if (values.containsKey("reps")) {
            said.append(", ")
                    .append(texts.text(
                            "progress.dose.reps", values.getOrDefault("sets", "1"), values.getOrDefault("reps", "")));
        } else if (values.containsKey("sets")) {
            said.append(", ").append(texts.text("progress.dose.sets", values.getOrDefault("sets", "")));
        }
        if (values.containsKey("load")) {
            said.append(", ").append(texts.text("progress.dose.load", values.getOrDefault("load", "")));
        }
        for (String often : List.of("timesADay", "daysAWeek")) {
            if (values.containsKey(often)) {
                said.append(", ").append(texts.text("progress.dose." + often, values.getOrDefault(often, "")));
            }
        }
        Prescribed.daysBetween(entry)
                .ifPresent(days -> said.append(", ").append(texts.text("progress.dose.daysBetween", days)));
        Optional.ofNullable(values.get("until")).map(LocalDate::parse).ifPresent(day -> said.append(", ")
                .append(texts.text("progress.dose.until", numbers.date(day))));
        Optional.ofNullable(values.get("note"))
                .ifPresent(note -> said.append(". ").append(note));
        return said.append('.').toString().replace("..", ".");
    }

    /** "Pain, number from 0 to 10: sitting, during, left." */
    public String name(ScoreCourse course) {
        String about = about(course);
        return about.isEmpty()
                ? course.instrument().name()
                : texts.text("progress.outcome.about", course.instrument().name(), about);
    }

    /** What its values say beside themselves: "Sitting, During, Left". */
    public String about(ScoreCourse course) {
        Instrument instrument = course.instrument();
        var said = course.said();
        return Stream.of(
                        course.meanOf().map(this::activities),
                        said.activity().map(this::activity),
                        said.timing().map(when -> texts.text("diary.option.timing." + when.name())),
                        said.side().map(sides::name),
                        said.surface().map(seat -> texts.text("progress.surface." + seat.name())),
                        instrument.mode() == Instrument.Mode.EITHER
                                ? said.answeredBy().map(who -> texts.text("diary.option.answeredBy." + who.name()))
                                : Optional.<String>empty())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private String activities(ScoreCourse.MeanOf mean) {
        return texts.text(
                mean.first() ? "progress.mean.first" : "progress.mean.other", String.join("; ", mean.activities()));
    }

    /** Why there is no mean of the activities of a day. */
    public String withheld(ActivityMean.Withheld withheld) {
        return texts.text(
                "progress.mean.withheld." + withheld.reason().name(),
                numbers.date(withheld.date()),
                texts.count("progress.mean.answered", withheld.answered()),
                ActivityMean.FEWEST,
                ActivityMean.MOST);
    }

    /** An activity of a list has its words there; any other is the patient's own. */
    private String activity(String words) {
        String key = "diary.option.activity." + words;
        return texts.has(key) ? texts.text(key) : words;
    }

    /** "4 on 6 August 2026". */
    public String newest(ScoreCourse course) {
        ScoreCourse.Point newest = course.newest();
        return texts.text(
                newest.hollow() ? "progress.newest.painkiller" : "progress.newest",
                value(course.instrument(), newest.score()),
                numbers.date(newest.score().date()));
    }

    /** What may be said of its change: better and worse in words, because on half of the scales a rise is worse. */
    public String change(ScoreCourse course) {
        Instrument instrument = course.instrument();
        ScoreChange change = course.change();
        if (instrument.recall() == Instrument.Recall.SINCE_START) {
            return texts.text("progress.change.since");
        }
        if (change instanceof ScoreChange.OneScore) {
            return texts.text("progress.change.one");
        }
        if (change instanceof ScoreChange.Better better) {
            return said(
                    "progress.change.better",
                    instrument,
                    better.figures(),
                    better.limit(),
                    better.detectable().grade());
        }
        if (change instanceof ScoreChange.Worse worse) {
            return said(
                    "progress.change.worse",
                    instrument,
                    worse.figures(),
                    worse.limit(),
                    worse.detectable().grade());
        }
        if (change instanceof ScoreChange.WithinError within) {
            return said(
                    "progress.change.within",
                    instrument,
                    within.figures(),
                    within.limit(),
                    within.detectable().grade());
        }
        if (change instanceof ScoreChange.NoErrorKnown none) {
            return noError(instrument, none.figures());
        }
        if (change instanceof ScoreChange.NotComparable not && not.reason() == ScoreChange.Reason.OPEN_ENDED) {
            return texts.text("progress.change.open");
        }
        return texts.text("progress.change.not");
    }

    /** Where the detectable change comes from that a change was judged by, and how well it is vouched for; empty if none was used. */
    public Optional<String> source(ScoreCourse course) {
        return judgedBy(course.change()).map(by -> source(course.instrument(), by));
    }

    private static Optional<Detectable> judgedBy(ScoreChange change) {
        if (change instanceof ScoreChange.Better better) {
            return Optional.of(better.detectable());
        }
        if (change instanceof ScoreChange.Worse worse) {
            return Optional.of(worse.detectable());
        }
        return change instanceof ScoreChange.WithinError within ? Optional.of(within.detectable()) : Optional.empty();
    }

    private String source(Instrument instrument, Detectable by) {
        String value = by.relative() ? numbers.percent(by.value()) : value(instrument, by.value());
        return texts.text(
                "progress.source." + by.grade().name(),
                instrument.name(),
                value,
                by.confidence(),
                by.people(),
                by.source());
    }

    /** What ended for another reason is "at least" here too, and which way it went is said where that is known. */
    private String noError(Instrument instrument, ScoreChange.Figures figures) {
        String first = value(instrument, figures.first());
        String now = value(instrument, figures.now());
        return switch (figures.open()) {
            case NONE -> texts.text("progress.change.noerror", first, now);
            case FIRST -> texts.text("progress.change.noerror.open", texts.text("progress.atLeast", first), now);
            case NOW -> texts.text("progress.change.noerror.open", first, texts.text("progress.atLeast", now));
        };
    }

    private String said(String key, Instrument instrument, ScoreChange.Figures figures, double limit, Grade grade) {
        String by = value(instrument, Math.abs(figures.difference()));
        String sentence = texts.text(
                key,
                figures.open() == ScoreChange.Open.NONE ? by : texts.text("progress.atLeast", by),
                value(instrument, limit),
                value(instrument, figures.first()));
        return grade == Grade.PROVISIONAL ? sentence + " " + texts.text("progress.change.provisional") : sentence;
    }

    /** "0 to 80, higher is better". */
    public String scale(Instrument instrument) {
        String range = texts.text("progress.scale", plain(instrument.min()), value(instrument, instrument.max()));
        String way = texts.text(
                instrument.use() == Instrument.Use.CONTEXT
                        ? "progress.scale.context"
                        : instrument.polarity() == Polarity.HIGHER_BETTER
                                ? "progress.scale.higher"
                                : "progress.scale.lower");
        String worthwhile = instrument
                .worthwhile()
                .map(least ->
                        " " + texts.text("progress.scale.worthwhile", value(instrument, least.value()), least.source()))
                .orElse("");
        return range + ", " + way + worthwhile;
    }

    private String value(Instrument instrument, Score score) {
        String value = value(instrument, score.value());
        return score.atLeast() ? texts.text("diary.atLeast", value) : value;
    }

    private static String value(Instrument instrument, double value) {
        return instrument.unit().isEmpty() ? plain(value) : plain(value) + " " + instrument.unit();
    }

    private static String plain(double value) {
        BigDecimal number = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
