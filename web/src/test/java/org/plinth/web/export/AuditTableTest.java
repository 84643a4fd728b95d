package org.plinth.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.plinth.core.visit.Involvement;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.outcome.EpisodeOutcome;
import org.plinth.web.outcome.OutcomeRow;
import org.plinth.web.outcome.Stage;

/** What the shared form tells of a leg, with people who differ in that alone. */
class AuditTableTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    private final SplittableRandom ids = new SplittableRandom(3);
    private final Id<Clinic> clinic = Id.random(ids);

    private List<OutcomeRow> people(Involvement involvement, int howMany) {
        List<OutcomeRow> people = new ArrayList<>();
        for (int i = 0; i < howMany; i++) {
            Patient patient =
                    new Patient(Id.random(ids), clinic, 1, "Sample", "Madeup", DAY, Optional.empty(), Optional.empty());
            Episode episode = new Episode(
                    Id.random(ids),
                    clinic,
                    patient.id(),
                    1,
                    "Sample tendon",
                    involvement,
                    DAY,
                    Optional.empty(),
                    Optional.of(DAY),
                    Optional.empty());
            people.add(new OutcomeRow(
                    new EpisodeOutcome(patient, episode, 1, List.of(), List.of()), Optional.empty(), Stage.BASELINE));
        }
        return people;
    }

    private static List<AuditColumn> columns(Function<OutcomeRow, AuditDatum> device) {
        List<AuditColumn> columns = new ArrayList<>();
        AuditIdentifiers.COLUMNS.forEach(identifier -> columns.add(AuditColumn.text(
                identifier.name(),
                switch (identifier.name()) {
                    case "side_affected" ->
                        row -> AuditDatum.of(row.of().episode().involvement().name());
                    case "device_class" -> device;
                    case "stage" -> row -> AuditDatum.of(row.stage().id());
                    default -> row -> AuditDatum.no(AuditDatum.NOT_RECORDED);
                })));
        columns.add(AuditColumn.number("force_left_N", "N", row -> AuditDatum.of((Object) 150.0)));
        columns.add(AuditColumn.whole("reps_kept_right", "1", row -> AuditDatum.of((Object) 3)));
        columns.add(AuditColumn.text(AuditColumns.ABSENT, row -> AuditDatum.of("")));
        return columns;
    }

    private static List<List<String>> told(AuditTable table, String... names) {
        List<List<String>> told = new ArrayList<>();
        table.forEach(cells -> {
            List<String> row = new ArrayList<>();
            for (String name : names) {
                int at =
                        table.columns().stream().map(AuditColumn::name).toList().indexOf(name);
                row.add(cells.get(at).text() + cells.get(at).absent());
            }
            told.add(row);
        });
        return told;
    }

    @Test
    void once_the_side_is_merged_no_column_of_a_leg_says_which_it_was() {
        List<OutcomeRow> rows = new ArrayList<>(people(Involvement.LEFT, 3));
        rows.addAll(people(Involvement.RIGHT, 3));

        AuditTable table = AuditTable.shared(columns(row -> AuditDatum.of("M")), rows, 5);

        assertThat(told(table, "side_affected", "force_left_N", "reps_kept_right"))
                .hasSize(6)
                .allMatch(List.of("UNILATERAL", "WITHHELD", "WITHHELD")::equals);
    }

    @Test
    void where_the_side_stays_its_columns_stay() {
        List<OutcomeRow> rows = new ArrayList<>(people(Involvement.LEFT, 5));
        rows.addAll(people(Involvement.RIGHT, 5));

        assertThat(told(
                        AuditTable.shared(columns(row -> AuditDatum.of("M")), rows, 5),
                        "side_affected",
                        "force_left_N"))
                .contains(List.of("LEFT", "150.0"), List.of("RIGHT", "150.0"));
    }

    /** What is empty for them and not for others says it of them, so no level of that column hides it. */
    @Test
    void who_has_no_healthy_leg_is_left_out_rather_than_said_to_look_like_others() {
        List<OutcomeRow> rows = new ArrayList<>(people(Involvement.LEFT, 5));
        rows.addAll(people(Involvement.BILATERAL, 4));

        assertThat(told(AuditTable.shared(columns(row -> AuditDatum.of("M")), rows, 5), "side_affected"))
                .hasSize(5)
                .allMatch(List.of("LEFT")::equals);
    }

    @Test
    void a_column_of_which_nothing_is_left_does_not_say_where_it_was_empty() {
        List<OutcomeRow> rows = people(Involvement.LEFT, 6);
        List<AuditColumn> columns =
                columns(row -> rows.indexOf(row) < 2 ? AuditDatum.no("NOT_TESTED") : AuditDatum.of("M"));

        AuditTable table = AuditTable.shared(columns, rows, 5);

        assertThat(told(table, "device_class")).hasSize(6).allMatch(List.of("GENERALISED")::equals);
        assertThat(told(table, "data_absent_reason")).allMatch(row -> row.get(0).contains("device_class=GENERALISED"));
    }
}
