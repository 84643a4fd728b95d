package org.plinth.web.progress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plinth.core.programme.Contribution;
import org.plinth.core.programme.ExpectationWindow;
import org.plinth.core.programme.Headline;
import org.plinth.core.programme.Retest;
import org.plinth.core.programme.StageSuggestion;
import org.plinth.core.quantity.Force;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Episode;
import org.plinth.web.measure.Course;
import org.plinth.web.progress.EpisodeReading.PositionContribution;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;
import org.plinth.web.words.Sides;

/** What may be said of an episode today, in sentences for the clinician: the headline first, then what it rests on. */
public final class ReadingWords {

    private final Texts texts;
    private final Numbers numbers;
    private final Sides sides;

    /** With its wordings, and how dates and forces are shown. */
    public ReadingWords(Texts texts, Numbers numbers) {
        this.texts = texts;
        this.numbers = numbers;
        this.sides = new Sides(texts);
    }

    /** All of it. */
    public List<String> sentences(Episode episode, EpisodeReading reading, List<Course> courses, LocalDate today) {
        List<String> said = new ArrayList<>(headline(episode, reading.headline(), courses));
        reading.contributions().forEach(one -> said.add(contribution(one)));
        if (episode.closedOn().isPresent()) {
            said.add(texts.text("progress.retest.closed"));
            return said;
        }
        said.add(reading.window()
                .map(window -> window(window, today))
                .orElseGet(() -> texts.text("progress.window.none")));
        said.add(retest(reading.retest(), today));
        reading.stage().map(this::stage).ifPresent(said::add);
        return said;
    }

    /** What may be said over all positions, and which positions say it. */
    public List<String> headline(Episode episode, Headline headline, List<Course> courses) {
        Map<String, String> names = courses.stream()
                .collect(Collectors.toMap(
                        course -> course.position().id(),
                        course -> course.position().name(),
                        (a, b) -> a));
        String both = episode.involvement().injured().isEmpty() ? "both." : "";
        List<String> said = new ArrayList<>();
        said.add(texts.text("progress.headline." + both + headline.statement().name() + sure(headline)));
        boolean spoken = headline.statement() != Headline.Statement.NO_CHANGE;
        where(headline.stronger(), names, spoken ? "progress.headline.where.up" : "progress.headline.possible")
                .ifPresent(said::add);
        where(headline.weaker(), names, spoken ? "progress.headline.where.down" : "progress.headline.possible")
                .ifPresent(said::add);
        if (headline.judged() > 2) {
            said.add(texts.text("progress.several", headline.judged()));
        }
        return said;
    }

    /** The end of the key of its sentence: positions that agree without one that is confirmed are a possible change and no more (decision M13). */
    public static String sure(Headline headline) {
        boolean up = headline.stronger().stream().anyMatch(one -> !isPossible(one));
        boolean down = headline.weaker().stream().anyMatch(one -> !isPossible(one));
        return switch (headline.statement()) {
            case STRONGER -> up ? "" : ".possible";
            case WEAKER -> down ? "" : ".possible";
            case MIXED -> up && down ? "" : ".possible";
            case NO_CHANGE, TOO_FEW -> "";
        };
    }

    private Optional<String> where(List<Headline.Position> flagged, Map<String, String> names, String key) {
        return flagged.isEmpty()
                ? Optional.empty()
                : Optional.of(texts.text(
                        key,
                        flagged.stream()
                                .map(one -> texts.text(
                                        isPossible(one) ? "progress.headline.one.possible" : "progress.headline.one",
                                        names.getOrDefault(one.position(), one.position()),
                                        sides.inSentence(one.side())))
                                .collect(Collectors.joining("; "))));
    }

    /** Beyond its limit once, and not twice yet. */
    private static boolean isPossible(Headline.Position one) {
        return one.kind() == Headline.Kind.POSSIBLY_STRONGER || one.kind() == Headline.Kind.POSSIBLY_WEAKER;
    }

    /** How much of the symmetry's change each leg gave. */
    public String contribution(PositionContribution one) {
        Contribution parts = one.contribution();
        return texts.text(
                "progress.contribution",
                one.position().name(),
                numbers.percent(parts.change().firstPercent()),
                numbers.percent(parts.change().nowPercent()),
                numbers.date(one.from()),
                numbers.date(one.to()),
                leg(parts.injured(), one, one.injured()),
                leg(parts.uninjured(), one, one.injured().other()));
    }

    /** A limit that was passed once is said to wait for its second time. */
    private String leg(Contribution.Part part, PositionContribution one, Side side) {
        Force size = part.difference().abs();
        String once = part.isBeyondError() && one.possible().contains(side) ? ".once" : "";
        return texts.text(
                "progress.contribution.leg." + part.own().name() + once,
                sides.inSentence(side),
                numbers.difference(size),
                texts.text(part.difference().newtons() < 0 ? "page.change.less" : "page.change.more"));
    }

    private String window(ExpectationWindow window, LocalDate today) {
        return texts.text(
                "progress.window." + window.phase(today).name(),
                numbers.date(window.start()),
                numbers.date(window.firstReview()),
                numbers.date(window.from()),
                numbers.date(window.to()));
    }

    /** When strength is to be tested next, and whether that is past. */
    public String retest(Retest retest, LocalDate today) {
        String next = texts.text("progress.retest." + retest.reason().name(), numbers.date(retest.date()));
        long late = retest.daysOverdue(today);
        return late == 0 ? next : next + " " + texts.count("progress.retest.overdue", late);
    }

    private String stage(StageReading reading) {
        StageSuggestion suggestion = reading.suggestion();
        if (suggestion.kind() == StageSuggestion.Kind.ADVANCE
                && !reading.holds().isEmpty()) {
            return texts.text("progress.stage.held", list(reading.holds(), "progress.stage.hold."));
        }
        boolean first = suggestion.next().filter(stage -> stage.number() == 2).isPresent();
        return texts.text(
                "progress.stage." + suggestion.kind().name() + (first ? ".first" : ""),
                suggestion.next().map(stage -> Integer.toString(stage.number())).orElse(""),
                list(suggestion.reasons(), "progress.stage.reason."),
                list(suggestion.notKnown(), "progress.stage.unknown."));
    }

    private String list(List<? extends Enum<?>> values, String prefix) {
        Function<Enum<?>, String> word = value -> texts.text(prefix + value.name());
        return values.stream().map(word).collect(Collectors.joining(", "));
    }
}
