package org.plinth.web.words;

import java.util.Optional;
import org.plinth.core.quantity.Force;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.symmetry.SymmetryInterval;
import org.plinth.core.symmetry.SymmetryOutcome;
import org.plinth.core.symmetry.SymmetryOutcome.Symmetry;
import org.plinth.core.visit.Side;
import org.plinth.web.text.Texts;

/**
 * A limb symmetry in words: "Left 221 N, right 270 N. Left is 82 % of right (likely 71 to 94 %). At least 90: about 1 in
 * 10." The state follows in a sentence of its own.
 */
public final class SymmetryWords {

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
    public String sentence(Optional<Force> left, Optional<Force> right, SymmetryOutcome outcome) {
        return values(left, right) + " " + outcome.symmetry().map(this::ratio).orElseGet(() -> refusal(outcome));
    }

    /** "Left 221 N, right 270 N." */
    public String values(Optional<Force> left, Optional<Force> right) {
        return texts.text("page.symmetry.values", shown(left), shown(right));
    }

    private String shown(Optional<Force> force) {
        return force.map(numbers::force).orElseGet(() -> texts.text("page.unknown.notmeasured.low"));
    }

    /** "Left is 82 % of right (likely 71 to 94 %). At least 90: about 1 in 10." */
    public String ratio(Symmetry symmetry) {
        String injured = sides.name(symmetry.injured());
        String other = sides.inSentence(symmetry.injured().other());
        String percent = numbers.percent(symmetry.percent());
        return symmetry.interval()
                .map(interval -> texts.text(
                                "page.symmetry.ratio",
                                injured,
                                percent,
                                other,
                                numbers.whole(interval.low95()),
                                numbers.percent(interval.high95()))
                        + (isUntrusted(symmetry) ? "" : " " + atLeast(symmetry, interval)))
                .orElseGet(() -> texts.text("page.symmetry.ratio.unsure", injured, percent, other));
    }

    /** Whether the calibration behind it forbids to judge it (decision M19). */
    public static boolean isUntrusted(Symmetry symmetry) {
        return symmetry.flags().contains(ResultFlag.UNCALIBRATED)
                || symmetry.flags().contains(ResultFlag.CALIBRATION_SUSPECT);
    }

    private String atLeast(Symmetry symmetry, SymmetryInterval interval) {
        return texts.text(
                "page.symmetry.chance",
                numbers.whole(symmetry.thresholdPercent()),
                chance.of(interval.chanceAtLeastThreshold()));
    }

    /** "Met: at least 90 %." or what else the data say about the reference line. */
    public String state(Symmetry symmetry) {
        if (isUntrusted(symmetry)) {
            return texts.text("sensor.symmetry.untrusted");
        }
        return texts.text(
                "page.symmetry.state." + symmetry.state().name(), numbers.percent(symmetry.thresholdPercent()));
    }

    /** Why there is no symmetry. */
    public String refusal(SymmetryOutcome outcome) {
        return outcome instanceof SymmetryOutcome.Refused refused
                ? texts.text("page.symmetry.refused." + refused.reason().name())
                : texts.text("page.symmetry.none");
    }

    /** What the interval rests on: "Measurement error 5 % a side (curl-prone-15 rig, provisional)." */
    public Optional<String> basis(Symmetry symmetry) {
        return symmetry.error()
                .map(error -> texts.text(
                        error.provisional() ? "page.symmetry.basis.provisional" : "page.symmetry.basis",
                        numbers.percent(error.semPercent())));
    }

    /** What a pretension that differs between the sides does to it; empty where it does not. */
    public Optional<String> pretension(Symmetry symmetry) {
        if (!symmetry.flags().contains(ResultFlag.PRETENSION_UNEQUAL)) {
            return Optional.empty();
        }
        String gross = numbers.percent(symmetry.percent());
        return Optional.of(
                symmetry.percentNet().isPresent()
                        ? texts.text(
                                "page.symmetry.pretension",
                                gross,
                                numbers.percent(symmetry.percentNet().getAsDouble()))
                        : texts.text("page.symmetry.pretension.nonet", gross));
    }

    /** For the patient: "Your left leg pulls with about 8 out of 10 of the strength of your right leg." */
    public String plain(Symmetry symmetry) {
        Side injured = symmetry.injured();
        String key = symmetry.percent() >= 105 ? "more" : symmetry.percent() >= 95 ? "same" : "less";
        return texts.text(
                "page.me.symmetry." + key,
                sides.inSentence(injured),
                Long.toString(Chance.tenths(symmetry.percent() / 100)),
                sides.inSentence(injured.other()));
    }

    /** For the patient: how far the true value may lie, in tenths; said too where it is not known. */
    public String plainSure(Symmetry symmetry) {
        return symmetry.interval()
                .map(interval -> texts.text(
                        "page.me.sure.range",
                        Long.toString(Math.round(symmetry.percent() / 10)),
                        Long.toString(Math.round(interval.low95() / 10)),
                        Long.toString(Math.round(interval.high95() / 10))))
                .orElseGet(() -> texts.text("page.me.sure.unknown"));
    }
}
