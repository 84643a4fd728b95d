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
    public List<String> sentences(Segment segment) {
        List<String> said = new ArrayList<>();
        SeriesChange change = segment.change();
        said.add(verdict("page.change.", change));
        if (change.firstRise()) {
            said.add(texts.text("page.change.firstrise"));
        }
        change.chanceAboveZero().ifPresent(above -> said.add(texts.text("page.change.chance", chance.of(above))));
        baseline(segment).ifPresent(said::add);
        return said;
    }

    /** One sentence for the patient, about her own leg. */
    public List<String> plain(Side side, Segment segment) {
        List<String> said = new ArrayList<>();
        said.add(texts.text(
                "page.me.value",
                sides.inSentence(side),
                numbers.force(segment.newest().value())));
        said.add(verdict("page.me.change.", segment.change()));
        if (segment.change().firstRise() && segment.change().kind() != Kind.WITHIN_ERROR) {
            said.add(texts.text("page.me.change.firstrise"));
        }
        return said;
    }

    private String verdict(String prefix, SeriesChange change) {
        Optional<Force> size = change.difference().map(Force::abs);
        Optional<Force> limit = change.limit();
        boolean alike = size.isPresent()
                && limit.isPresent()
                && numbers.difference(size.get()).equals(numbers.difference(limit.get()));
        return texts.text(prefix + change.kind().name(), shown(size, alike), shown(limit, alike), direction(change));
    }

    /** Where both would round to the same number, a decimal tells them apart. */
    private String shown(Optional<Force> force, boolean fine) {
        return force.map(value -> fine ? numbers.fineDifference(value) : numbers.difference(value))
                .orElseGet(() -> texts.text("page.unknown.notmeasured.low"));
    }

    private String direction(SeriesChange change) {
        boolean less =
                change.difference().isPresent() && change.difference().get().newtons() < 0;
        return texts.text(less ? "page.change.less" : "page.change.more");
    }

    /** "Baseline 220 N, from two visits. With this set-up a change of about 15 % or more can be seen." */
    private Optional<String> baseline(Segment segment) {
        return segment.baseline()
                .map(base -> texts.text(
                                base.single() ? "page.change.baseline.one" : "page.change.baseline.two",
                                numbers.force(base.value()))
                        + seen(segment, base));
    }

    private String seen(Segment segment, BaselineBand base) {
        return segment.error()
                .flatMap(error -> base.band()
                        .map(band -> " "
                                + texts.text(
                                        error.provisional() ? "page.change.seen.provisional" : "page.change.seen",
                                        numbers.percent(100 * Math.expm1(band.logHalfWidth())),
                                        numbers.percent(error.semPercent()))))
                .orElse("");
    }
}
