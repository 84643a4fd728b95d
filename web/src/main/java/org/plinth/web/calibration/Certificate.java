package org.plinth.web.calibration;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.plinth.calibration.LinearCalibration;
import org.plinth.calibration.conformity.AcceptanceLimits;
import org.plinth.calibration.conformity.Conformity;
import org.plinth.calibration.evaluation.Evaluation;
import org.plinth.calibration.evaluation.Evaluator;
import org.plinth.web.calibration.CertificateDetails.Field;

/**
 * One certificate: what ISO/IEC 17025:2017 §7.8 asks of it, with nothing claimed beyond.
 *
 * @param id unique number: the given one, or the beginning of a hash of the points
 * @param details what was said besides the numbers
 * @param evaluation the numbers
 * @param asFound the sensor as it came, by the line that it used until now; empty where that is not known
 * @param pointsSha256 of the file of points
 * @param engineVersion that computed it
 */
public record Certificate(
        String id,
        CertificateDetails details,
        Evaluation evaluation,
        Optional<Conformity> asFound,
        String pointsSha256,
        String engineVersion) {

    private static final int DIGITS_OF_ID = 12;

    /** Of an evaluated request. */
    public static Certificate of(FitRequest request, Evaluation evaluation, String engineVersion) {
        CertificateDetails details = request.details().orElseGet(CertificateDetails::none);
        String hash = request.points().sha256();
        String id = details.text(Field.ID)
                .orElseGet(() -> "PC-" + hash.substring(0, DIGITS_OF_ID).toUpperCase(Locale.ROOT));
        Optional<Conformity> asFound = details.before()
                .filter(before -> before.slope() != 0)
                .map(before -> new Evaluator(AcceptanceLimits.USUAL)
                        .asFound(
                                evaluation,
                                new LinearCalibration("before", before.slope(), 0, Instant.EPOCH, Instant.MAX)));
        return new Certificate(id, details, evaluation, asFound, hash, engineVersion);
    }
}
