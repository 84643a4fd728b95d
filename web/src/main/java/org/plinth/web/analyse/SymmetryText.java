package org.plinth.web.analyse;

import java.util.ArrayList;
import java.util.List;
import org.plinth.core.result.ResultFlag;
import org.plinth.core.symmetry.SymmetryInterval;
import org.plinth.core.symmetry.SymmetryOutcome;
import org.plinth.web.text.Texts;

/** The lines about the symmetry. */
final class SymmetryText {

    private final Texts texts;
    private final Words words;

    SymmetryText(Texts texts, Words words) {
        this.texts = texts;
        this.words = words;
    }

    List<String> lines(SymmetryOutcome outcome) {
        if (outcome instanceof SymmetryOutcome.Refused refused) {
            return List.of(texts.text(
                    "analyse.refused", words.name("refusal", refused.reason().name())));
        }
        List<String> lines = new ArrayList<>();
        outcome.symmetry().ifPresent(symmetry -> add(symmetry, lines));
        return lines;
    }

    private void add(SymmetryOutcome.Symmetry symmetry, List<String> lines) {
        lines.add(ratio(symmetry));
        boolean unequal = symmetry.flags().contains(ResultFlag.PRETENSION_UNEQUAL);
        if (unequal && symmetry.percentNet().isPresent()) {
            lines.add(texts.text(
                    "analyse.symmetry.net", words.whole(symmetry.percentNet().getAsDouble())));
        }
        lines.add(state(symmetry));
        symmetry.error()
                .ifPresent(error -> lines.add(
                        texts.text("analyse.symmetry.error", words.percent(error.semPercent()), error.source())));
        symmetry.flags().stream().sorted().forEach(flag -> lines.add(words.name("resultflag", flag.name())));
    }

    private String ratio(SymmetryOutcome.Symmetry symmetry) {
        String injured = words.side(symmetry.injured());
        String other = words.side(symmetry.injured().other());
        String percent = words.whole(symmetry.percent());
        return symmetry.interval()
                .map(interval -> texts.text(
                        "analyse.symmetry",
                        injured,
                        percent,
                        other,
                        words.whole(interval.low95()),
                        words.whole(interval.high95())))
                .orElseGet(() -> texts.text("analyse.symmetry.alone", injured, percent, other));
    }

    private String state(SymmetryOutcome.Symmetry symmetry) {
        String threshold = words.percent(symmetry.thresholdPercent());
        String state = words.name("state", symmetry.state().name());
        return symmetry.interval()
                .map(SymmetryInterval::chanceAtLeastThreshold)
                .map(chance -> texts.text("analyse.state", threshold, words.chance(chance), state))
                .orElseGet(() -> texts.text("analyse.state.alone", threshold, state));
    }
}
