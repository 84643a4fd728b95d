package org.plinth.web.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plinth.core.quantity.Force;
import org.plinth.core.visit.Side;
import org.plinth.web.measure.BaselineBand;
import org.plinth.web.measure.Segment;
import org.plinth.web.measure.SeriesChange;
import org.plinth.web.measure.SeriesChange.Kind;
import org.plinth.web.text.Texts;

/**
 * What may be said of the newest value of a series: "Stronger by 46 N, more than measurement error (31 N)." Never two
 * bare numbers, and inside the noise the words are neutral.
 */
public final class ChangeWords {

    private final Texts texts;
    private final Numbers numbers;
    private final Sides sides;
    private final Chance chance;

    /** With its wordings and the clinic's way of showing numbers. */
    public ChangeWords(Texts texts, Numbers numbers) {
        this.texts = texts;
        this.numbers = numbers;
        this.sides = new Sides(texts);
        this.chance = new Chance(texts);
    }

    /** Sentences for the clinician, the verdict first. */
    public List<Said> sentences(Segment segment) {
        List<Said> said = new ArrayList<>();
        SeriesChange change = segment.change();
        Side side = segment.key().side();
        said.add(verdict("page.change.", side, change));
        if (change.firstRise()) {
            said.add(Said.words(texts.text("page.change.firstrise")));
        }
        change.chanceAboveZero()
                .ifPresent(above -> said.add(
                        Said.of(texts, "page.change.chance", Said.number(chance.of(above), "chanceAboveZero", side))));
        baseline(segment).ifPresent(said::add);
        return said;
    }

    /** One sentence for the patient, about her own leg. */
    public List<Said> plain(Side side, Segment segment) {
        List<Said> said = new ArrayList<>();
        said.add(Said.of(
                texts,
                "page.me.value",
                sides.inSentence(side),
                Said.number(numbers.force(segment.newest().value()), "value_N", side)));
        said.add(verdict("page.me.change.", side, segment.change()));
        if (segment.change().firstRise() && segment.change().kind() != Kind.WITHIN_ERROR) {
            said.add(Said.words(texts.text("page.me.change.firstrise")));
        }
        return said;
    }

    private Said verdict(String prefix, Side side, SeriesChange change) {
        Optional<Force> size = change.difference().map(Force::abs);
        Optional<Force> limit = change.limit();
        boolean alike = size.isPresent()
                && limit.isPresent()
                && numbers.difference(size.get()).equals(numbers.difference(limit.get()));
        return Said.of(
                texts,
                prefix + change.kind().name(),
                shown(size, alike, "change_N", side),
                shown(limit, alike, isLess(change) ? "detectableFall_N" : "detectableChange_N", side),
                texts.text(isLess(change) ? "page.change.less" : "page.change.more"));
    }

    /** Where both would round to the same number, a decimal tells them apart. */
    private Said shown(Optional<Force> force, boolean fine, String formula, Side side) {
        return force.map(value -> fine ? numbers.fineDifference(value) : numbers.difference(value))
                .map(text -> Said.number(text, formula, side))
                .orElseGet(() -> Said.words(texts.text("page.unknown.notmeasured.low")));
    }

    private static boolean isLess(SeriesChange change) {
        return change.difference().isPresent() && change.difference().get().newtons() < 0;
    }

    /** "Baseline 220 N, from two visits. With this set-up a change of about 15 % or more can be seen." */
    private Optional<Said> baseline(Segment segment) {
        return segment.baseline().map(base -> {
            Said from = Said.of(
                    texts,
                    base.single() ? "page.change.baseline.one" : "page.change.baseline.two",
                    Said.number(
                            numbers.force(base.value()),
                            "seriesBaseline_N",
                            segment.key().side()));
            return seen(segment, base).map(from::and).orElse(from);
        });
    }

    private Optional<Said> seen(Segment segment, BaselineBand base) {
        Side side = segment.key().side();
        return segment.error().flatMap(error -> base.band()
                .map(band -> Said.of(
                        texts,
                        error.provisional() ? "page.change.seen.provisional" : "page.change.seen",
                        Said.number(numbers.percent(100 * Math.expm1(band.logHalfWidth())), "smallestRise_pct", side),
                        Said.number(numbers.error(error.semPercent()), "semInUse_pct", side))));
    }
}
