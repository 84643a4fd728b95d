package org.plinth.web.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.plinth.calibration.characteristic.Characteristics;
import org.plinth.calibration.conformity.PointVerdict;
import org.plinth.calibration.evaluation.Evaluation;
import org.plinth.web.text.Texts;

/** A fit as lines for people. */
public final class FitText {

    private final Texts texts;

    /** In these words. */
    public FitText(Texts texts) {
        this.texts = texts;
    }

    /** Curve, characteristics, each load, verdict. */
    public List<String> lines(Evaluation evaluation) {
        List<String> lines = new ArrayList<>();
        lines.add(CurveWords.of(evaluation, texts));
        evaluation
                .fit()
                .scatter()
                .ifPresent(scatter -> lines.add(texts.text(
                        "calibration.text.scatter",
                        Rounded.digits(scatter.loadedSd(), 3),
                        Rounded.digits(scatter.lowerLimitFactor(), 3))));
        Characteristics found = evaluation.characteristics();
        lines.add(texts.text(
                "calibration.text.shape",
                Rounded.decimals(found.largestResidual(), 3),
                Rounded.decimals(found.nonLinearityPercent(), 3),
                Rounded.percent(found.hysteresisPercent(), texts)));
        lines.add(texts.text(
                "calibration.text.repeat",
                Rounded.percent(found.repeatabilityPercent(), texts),
                Rounded.percent(found.reproducibilityPercent(), texts),
                Rounded.newtons(found.zeroReturn(), texts),
                Rounded.percent(found.creepPercent(), texts)));
        for (PointVerdict point : evaluation.conformity().points()) {
            lines.add(texts.text(
                    "calibration.text.point",
                    Rounded.besides(point.newtons(), point.expandedUncertainty()),
                    Rounded.besides(point.error(), point.expandedUncertainty()),
                    Rounded.uncertainty(point.expandedUncertainty()),
                    Rounded.decimals(point.limit(), 2),
                    texts.text("calibration.decision." + point.decision())));
        }
        lines.add(texts.text("calibration.text.verdict", texts.text("calibration.decision." + evaluation.decision())));
        new TreeSet<>(evaluation.conformity().shortfalls())
                .forEach(shortfall -> lines.add(texts.text("calibration.shortfall." + shortfall)));
        return lines;
    }
}
