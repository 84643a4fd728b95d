package org.plinth.web.export;

import static org.plinth.web.export.AuditColumn.choice;
import static org.plinth.web.export.AuditColumn.text;
import static org.plinth.web.export.AuditColumn.whole;
import static org.plinth.web.export.AuditColumn.yesNo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.outcome.EpisodeOutcome;
import org.plinth.web.outcome.OutcomeRow;

/** Columns of the audit table about the person and her problem. */
final class AuditCaseColumns {

    static final List<String> AGES = Stream.concat(
                    IntStream.range(0, 9).mapToObj(tens -> tens * 10 + "-" + (tens * 10 + 9)), Stream.of("90+"))
            .toList();
    static final List<String> SIDES =
            Arrays.stream(Involvement.values()).map(Enum::name).toList();
    static final List<String> DURATIONS = List.of("UP_TO_6", "7_TO_12", "13_TO_26", "27_TO_52", "OVER_52");

    private static final int OLDEST = 90;
    private static final int[] DURATION_WEEKS = {6, 12, 26, 52};
    private static final int WEEK = 7;

    private AuditCaseColumns() {}

    static List<AuditColumn> of(Pseudonyms pseudonyms, boolean withPractitioner) {
        return List.of(
                text(
                        "episode_key",
                        row -> AuditDatum.of(
                                pseudonyms.of("E", row.of().episode().id()))),
                text(
                        "site_key",
                        row -> AuditDatum.of(
                                pseudonyms.of("S", row.of().episode().clinic()))),
                text("practitioner_key", row -> practitioner(pseudonyms, row, withPractitioner)),
                choice("sex", List.of("F", "M", "X"), row -> AuditDatum.no(AuditDatum.NOT_RECORDED)),
                choice("age_band", AGES, row -> AuditDatum.of(band(row.of().ageYears()))),
                choice(
                        "side_affected",
                        SIDES,
                        row -> AuditDatum.of(row.of().episode().involvement().name())),
                yesNo("dominance_match", AuditCaseColumns::dominance),
                choice(
                        "symptom_duration_wk_band",
                        DURATIONS,
                        row -> AuditDatum.of(duration(row.of()), AuditDatum.NOT_NOTED)),
                yesNo("prior_hamstring_injury", row -> AuditDatum.no(AuditDatum.NOT_RECORDED)),
                whole("comorbidity_count", "1", row -> AuditDatum.of(comorbidities(row.of()), AuditDatum.NOT_NOTED)),
                yesNo("smoker", row -> AuditDatum.no(AuditDatum.NOT_RECORDED)));
    }

    private static AuditDatum practitioner(Pseudonyms pseudonyms, OutcomeRow row, boolean wanted) {
        if (!wanted) {
            return AuditDatum.no(AuditDatum.WITHHELD);
        }
        return AuditDatum.of(
                row.test().flatMap(test -> test.sides().values().stream()
                        .flatMap(side -> side.point().results().stream())
                        .flatMap(result -> Id.<Account>parse(result.provenance().clinician()).stream())
                        .map(clinician -> pseudonyms.of("C", clinician))
                        .findFirst()),
                AuditTestColumns.why(row));
    }

    static String band(int years) {
        if (years >= OLDEST) {
            return AGES.get(AGES.size() - 1);
        }
        return AGES.get(Math.max(0, years) / 10);
    }

    private static AuditDatum dominance(OutcomeRow row) {
        Optional<Side> injured = row.injured();
        if (injured.isEmpty()) {
            return AuditDatum.no(AuditDatum.BILATERAL);
        }
        return row.of()
                .said("background", "dominantLeg")
                .map(leg -> AuditDatum.yes(leg.equals(injured.get().name())))
                .orElseGet(() -> AuditDatum.no(AuditDatum.NOT_NOTED));
    }

    private static Optional<String> duration(EpisodeOutcome of) {
        return of.said("background", "onset").map(LocalDate::parse).map(onset -> {
            long weeks = ChronoUnit.DAYS.between(onset, of.episode().openedOn()) / WEEK;
            int band = 0;
            while (band < DURATION_WEEKS.length && weeks > DURATION_WEEKS[band]) {
                band++;
            }
            return DURATIONS.get(band);
        });
    }

    /** Risk factors noted, her age not counted. Where none is ticked nobody may have asked, so that is not 0. */
    private static Optional<Integer> comorbidities(EpisodeOutcome of) {
        return of.said("background", "riskFactors").map(ticked -> (int) Arrays.stream(ticked.split("[, ]+", -1))
                .filter(factor -> !factor.isEmpty() && !factor.equals("AGE"))
                .count());
    }
}
