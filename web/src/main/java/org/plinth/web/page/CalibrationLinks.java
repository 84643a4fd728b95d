package org.plinth.web.page;

import java.util.List;
import org.plinth.calibration.Uncalibrated;
import org.plinth.web.trust.ResultTrust;
import org.plinth.web.words.TrustWords;

/** One click from a result to the calibration that it used. */
final class CalibrationLinks {

    private CalibrationLinks() {}

    /** One for each calibration; to the sensor where there was none. */
    static List<PositionView.Link> of(ResultTrust trust, TrustWords words) {
        return trust.sensor()
                .map(sensor -> trust.calibrations().stream()
                        .map(id -> new PositionView.Link(
                                words.brief(trust),
                                "/sensors/" + sensor + (id.equals(Uncalibrated.ID) ? "" : "/calibrations/" + id)))
                        .toList())
                .orElse(List.of());
    }
}
