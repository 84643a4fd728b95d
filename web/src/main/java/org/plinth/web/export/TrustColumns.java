package org.plinth.web.export;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plinth.web.clinic.TestTrust;
import org.plinth.web.store.ResultStore.ExportRow;
import org.plinth.web.trust.ResultTrust;
import org.plinth.web.trust.TrustBook;
import org.plinth.web.words.TrustWords;

/** What the results file says of the calibration behind each value, as it is seen when the file is written. */
final class TrustColumns {

    private static final String NONE = "";

    private TrustColumns() {}

    /** In every file. */
    static List<Column> of(TrustBook trust) {
        return List.of(
                column(trust, "calibration_id", of -> String.join(" ", of.calibrations())),
                column(trust, "calibration_state", of -> of.mark()
                        .map(Enum::name)
                        .orElse("VALID")),
                column(trust, "calibration_state_when_recorded", of -> TrustWords.id(of.then())),
                column(
                        trust,
                        "calibration_doubts",
                        of -> of.causes().stream().sorted().map(Enum::name).collect(Collectors.joining(" "))),
                column(trust, "compared", of -> Boolean.toString(of.counts())));
    }

    /** With days and free words. */
    static List<Column> named(TrustBook trust) {
        return List.of(
                column(trust, "calibration_valid_until_utc", of -> of.validUntil()
                        .map(Instant::toString)
                        .orElse(NONE)),
                column(trust, "compared_because", TrustColumns::because));
    }

    /** Without them. */
    static List<Column> pseudonymous(TrustBook trust) {
        return List.of(new Column("calibration_valid_until_d", row -> trust.of(row.result())
                .validUntil()
                .map(until -> days(row, until))
                .orElse(NONE)));
    }

    private static String days(ExportRow row, Instant until) {
        return Long.toString(ChronoUnit.DAYS.between(
                row.episodeOpenedOn(), until.atZone(ZoneOffset.UTC).toLocalDate()));
    }

    private static String because(ResultTrust of) {
        return of.isKept() ? ResultColumns.text(of.word().map(TestTrust::reason).orElse(NONE)) : NONE;
    }

    private static Column column(TrustBook trust, String name, Function<ResultTrust, String> cell) {
        return new Column(name, row -> cell.apply(trust.of(row.result())));
    }
}
