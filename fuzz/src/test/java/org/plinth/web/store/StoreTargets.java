package org.plinth.web.store;

import static org.plinth.fuzz.Target.require;
import static org.plinth.fuzz.Target.text;

import org.plinth.calibration.curve.CalibrationCurve;
import org.plinth.calibration.fit.CurveModel;
import org.plinth.core.series.SeriesKey;

/**
 * Texts that the database keeps and that are read back: written by Plinth alone, so that a refusal need not be told in words.
 * It must be one all the same, and not a hang or a value that reads as another.
 */
public final class StoreTargets {

    private StoreTargets() {}

    public static void seriesKey(byte[] data) {
        String shown = text(data);
        SeriesKey key;
        try {
            key = SeriesKeyText.parse(shown);
        } catch (IllegalArgumentException refused) {
            return;
        }
        require(key.canonical().equals(shown), "reads back otherwise");
    }

    public static void curve(byte[] data) {
        for (CurveModel model : CurveModel.values()) {
            CalibrationCurve curve;
            try {
                curve = CurveText.parse(model, text(data));
            } catch (IllegalArgumentException | IndexOutOfBoundsException refused) {
                continue;
            }
            require(CurveText.kind(curve) == model, "another model");
        }
    }
}
