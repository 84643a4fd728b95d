package org.plinth.web.measure;

import java.util.List;
import java.util.Set;
import org.plinth.core.result.ResultFlag;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.TestSymmetry;

/** What is known, when results are shown, of the calibrations behind them. */
public interface Trusting {

    /** Whether a result goes into change, trend and symmetry states (decision M19). */
    boolean counts(SideResult result);

    /** The flags of a result, with those that its calibration adds now. */
    Set<ResultFlag> flags(SideResult result);

    /** A symmetry as it is to be shown: one that rests on a result that does not count is not judged. */
    TestSymmetry seen(TestSymmetry symmetry, List<SideResult> results);

    /** By what was stored with the results alone. */
    Trusting AS_STORED = new Trusting() {
        @Override
        public boolean counts(SideResult result) {
            return result.value().flags().stream()
                    .noneMatch(flag -> flag == ResultFlag.UNCALIBRATED || flag == ResultFlag.CALIBRATION_SUSPECT);
        }

        @Override
        public Set<ResultFlag> flags(SideResult result) {
            return result.value().flags();
        }

        @Override
        public TestSymmetry seen(TestSymmetry symmetry, List<SideResult> results) {
            return symmetry;
        }
    };
}
