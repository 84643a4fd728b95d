package org.plinth.web.outcome;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Patient;

/**
 * One closed episode as it is counted.
 *
 * @param patient whose
 * @param episode which
 * @param visits how many
 * @param entries what was noted in it, by date
 * @param positions that were tested, in the order of the catalogue
 */
public record EpisodeOutcome(
        Patient patient, Episode episode, int visits, List<EpisodeEntry> entries, List<PositionOutcome> positions) {

    /** Copies the lists. */
    public EpisodeOutcome {
        entries = List.copyOf(entries);
        positions = List.copyOf(positions);
    }

    /** Its last day. */
    public LocalDate closedOn() {
        return episode.closedOn().orElseThrow();
    }

    /** How old she was when it began [years]. */
    public int ageYears() {
        return (int) ChronoUnit.YEARS.between(patient.birthDate(), episode.openedOn());
    }

    /** What the newest entry of this kind says; nothing where there is none. */
    public Map<String, String> newest(String kind) {
        return entries.stream()
                .filter(entry -> entry.kind().equals(kind))
                .reduce((earlier, later) -> later)
                .map(entry -> Map.copyOf(entry.values()))
                .orElse(Map.of());
    }

    /** One word of that. */
    public Optional<String> said(String kind, String field) {
        return Optional.ofNullable(newest(kind).get(field));
    }

    /** The position with this id. */
    public Optional<PositionOutcome> position(String id) {
        return positions.stream().filter(one -> one.position().id().equals(id)).findFirst();
    }

    /** Its rows: baseline and exit of every position whether they were tested or not, the others where there are any. */
    public List<OutcomeRow> rows() {
        List<OutcomeRow> rows = new ArrayList<>();
        if (positions.isEmpty()) {
            rows.add(new OutcomeRow(this, Optional.empty(), Stage.BASELINE));
            rows.add(new OutcomeRow(this, Optional.empty(), Stage.EXIT));
        }
        for (PositionOutcome position : positions) {
            for (Stage stage : Stage.values()) {
                boolean always = stage == Stage.BASELINE || stage == Stage.EXIT;
                if (always || position.at(stage).isPresent()) {
                    rows.add(new OutcomeRow(this, Optional.of(position), stage));
                }
            }
        }
        return rows;
    }
}
