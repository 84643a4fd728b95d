package org.plinth.web.words;

import java.util.Optional;
import java.util.Set;
import org.plinth.core.quantity.Force;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.symmetry.SymmetryInterval;
import org.plinth.core.symmetry.SymmetryOutcome;
import org.plinth.core.symmetry.SymmetryOutcome.Symmetry;
import org.plinth.core.symmetry.ThresholdState;
import org.plinth.core.visit.Side;
import org.plinth.web.text.Texts;

/**
 * A limb symmetry in words: "Left 221 N, right 270 N. Left is 82 % of right (likely 71 to 94 %). At least 90: about 1 in
 * 10." The state follows in a sentence of its own.
 */
public final class SymmetryWords {

    /** With one of these a ratio in plain words would look surer than it is. */
    private static final Set<ResultFlag> NOT_SAID_PLAINLY = Set.of(
            ResultFlag.PAIN_LIMITED,
            ResultFlag.UNCALIBRATED,
            ResultFlag.CALIBRATION_SUSPECT,
            ResultFlag.PRETENSION_UNEQUAL);

    private final Texts texts;
    private final Numbers numbers;
    private final Sides sides;
    private final Chance chance;

    /** With its wordings and the clinic's way of showing numbers. */
    public SymmetryWords(Texts texts, Numbers numbers) {
        this.texts = texts;
        this.numbers = numbers;
        this.sides = new Sides(texts);
        this.chance = new Chance(texts);
    }

    /** The whole account of an outcome: values, ratio, chance. A side without a value is said to be not measured. */
    public Said sentence(Optional<Force> left, Optional<Force> right, SymmetryOutcome outcome) {
        return values(left, right)
                .and(outcome.symmetry().map(this::ratio).orElseGet(() -> Said.words(refusal(outcome))));
    }

    /** "Left 221 N, right 270 N." */
    public Said values(Optional<Force> left, Optional<Force> right) {
        return Said.of(texts, "page.symmetry.values", shown(left, Side.LEFT), shown(right, Side.RIGHT));
    }

    private Said shown(Optional<Force> force, Side side) {
        return force.map(value -> Said.number(numbers.force(value), "value_N", side))
                .orElseGet(() -> Said.words(texts.text("page.unknown.notmeasured.low")));
    }

    /** "Left is 82 % of right (likely 71 to 94 %). At least 90: about 1 in 10." */
    public Said ratio(Symmetry symmetry) {
        Said likely = likely(symmetry);
        return symmetry.interval()
                .filter(interval -> !isUntrusted(symmetry))
                .map(interval -> likely.and(atLeast(symmetry, interval)))
                .orElse(likely);
    }

    /** "Left is 82 % of right (likely 71 to 94 %).": without a word of the reference line. */
    public Said likely(Symmetry symmetry) {
        String injured = sides.name(symmetry.injured());
        String other = sides.inSentence(symmetry.injured().other());
        Said percent = Said.number(numbers.percent(symmetry.percent()), "lsi_pct");
        return symmetry.interval()
                .map(interval -> Said.of(
                        texts,
                        "page.symmetry.ratio",
                        injured,
                        percent,
                        other,
                        Said.number(numbers.whole(interval.low95()), "lsiLow_pct"),
                        Said.number(numbers.percent(interval.high95()), "lsiHigh_pct")))
                .orElseGet(() -> Said.of(texts, "page.symmetry.ratio.unsure", injured, percent, other));
    }

    /** Whether the calibration behind it forbids to judge it (decision M19). */
    public static boolean isUntrusted(Symmetry symmetry) {
        return symmetry.flags().contains(ResultFlag.UNCALIBRATED)
                || symmetry.flags().contains(ResultFlag.CALIBRATION_SUSPECT);
    }

    /** Whether the patient may read it as a comparison of her legs: nothing about it makes the ratio look surer than it is. */
    public static boolean isSound(Symmetry symmetry) {
        return symmetry.flags().stream().noneMatch(NOT_SAID_PLAINLY::contains);
    }

    private Said atLeast(Symmetry symmetry, SymmetryInterval interval) {
        return Said.of(
                texts,
                "page.symmetry.chance",
                numbers.whole(symmetry.thresholdPercent()),
                Said.number(chance.of(interval.chanceAtLeastThreshold()), "chanceAtLeastThreshold"));
    }

    /** "Met: at least 90 %." or what else the data say about the reference line. */
    public Said state(Symmetry symmetry) {
        if (isUntrusted(symmetry)) {
            return Said.words(texts.text("sensor.symmetry.untrusted"));
        }
        String line = numbers.percent(symmetry.thresholdPercent());
        String bound = symmetry.state() == ThresholdState.NOT_MET ? "decisionHigh_pct" : "decisionLow_pct";
        return Said.of(
                texts,
                "page.symmetry.state." + symmetry.state().name(),
                symmetry.interval().isPresent() ? Said.number(line, bound) : Said.general(line, bound));
    }

    /** Why there is no symmetry. */
    public String refusal(SymmetryOutcome outcome) {
        return outcome instanceof SymmetryOutcome.Refused refused
                ? texts.text("page.symmetry.refused." + refused.reason().name())
                : texts.text("page.symmetry.none");
    }

    /** What the interval rests on: "Measurement error 5 % a side (curl-prone-15 rig, provisional)." */
    public Optional<Said> basis(Symmetry symmetry) {
        return symmetry.error()
                .map(error -> Said.of(
                        texts,
                        error.provisional() ? "page.symmetry.basis.provisional" : "page.symmetry.basis",
                        Said.number(numbers.error(error.semPercent()), "semInUse_pct")));
    }

    /** What a pretension that differs between the sides does to it; empty where it does not. */
    public Optional<Said> pretension(Symmetry symmetry) {
        if (!symmetry.flags().contains(ResultFlag.PRETENSION_UNEQUAL)) {
            return Optional.empty();
        }
        Said gross = Said.number(numbers.percent(symmetry.percent()), "lsi_pct");
        return Optional.of(
                symmetry.percentNet().isPresent()
                        ? Said.of(
                                texts,
                                "page.symmetry.pretension",
                                gross,
                                Said.number(
                                        numbers.percent(symmetry.percentNet().getAsDouble()), "lsiNet_pct"))
                        : Said.of(texts, "page.symmetry.pretension.nonet", gross));
    }

    /** For the patient: "Your left leg pulls with about 8 out of 10 of the strength of your right leg." */
    public Said plain(Symmetry symmetry) {
        Side injured = symmetry.injured();
        String key = symmetry.percent() >= 105 ? "more" : symmetry.percent() >= 95 ? "same" : "less";
        return Said.of(
                texts,
                "page.me.symmetry." + key,
                sides.inSentence(injured),
                Said.number(Long.toString(Chance.tenths(symmetry.percent() / 100)), "lsi_pct"),
                sides.inSentence(injured.other()));
    }

    /** For the patient: how far the true value may lie, in tenths; said too where it is not known. */
    public Said plainSure(Symmetry symmetry) {
        return symmetry.interval()
                .map(interval -> Said.of(
                        texts,
                        "page.me.sure.range",
                        tenths(symmetry.percent(), "lsi_pct"),
                        tenths(interval.low95(), "lsiLow_pct"),
                        tenths(interval.high95(), "lsiHigh_pct")))
                .orElseGet(() -> Said.words(texts.text("page.me.sure.unknown")));
    }

    private static Said tenths(double percent, String formula) {
        return Said.number(Long.toString(Math.round(percent / 10)), formula);
    }
}
