package org.plinth.web.fhir;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Resource;
import org.plinth.core.visit.Involvement;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Episode;
import org.plinth.web.store.HistoryStore.Kind;

/** An episode, and the problem of each injured leg: two conditions where both are. */
final class EpisodeMapper {

    /** With these words alone a code is added to them: a code for other words would be our diagnosis. */
    private static final String CODED = "proximal hamstring tendinopathy";

    private final Making making;

    EpisodeMapper(Making making) {
        this.making = making;
    }

    Resource episode(PatientRecord record, Episode episode) {
        EpisodeOfCare made = making.named(
                new EpisodeOfCare(),
                making.disclosure().of(episode.patient(), "episode", episode.id()),
                episode.version(),
                record.stamps().of(Kind.EPISODE, episode.id()));
        made.setStatus(episode.closedOn().isPresent() ? EpisodeOfCareStatus.FINISHED : EpisodeOfCareStatus.ACTIVE);
        made.setPatient(making.patient(episode.patient()));
        made.setManagingOrganization(making.clinic());
        Period period = new Period().setStartElement(making.day(episode.patient(), episode.openedOn()));
        episode.closedOn().ifPresent(last -> period.setEndElement(making.day(episode.patient(), last)));
        made.setPeriod(period);
        sides(episode.involvement()).forEach(side -> made.addDiagnosis()
                .setCondition(new org.hl7.fhir.r4.model.Reference("Condition/" + conditionId(episode, side))));
        return made;
    }

    List<Resource> conditions(PatientRecord record, Episode episode) {
        List<Resource> made = new ArrayList<>();
        for (Side side : sides(episode.involvement())) {
            Condition condition = making.named(
                    new Condition(),
                    conditionId(episode, side),
                    episode.version(),
                    record.stamps().of(Kind.EPISODE, episode.id()));
            // A closed episode says that nobody treats it any more, not that it is gone.
            boolean open = episode.closedOn().isEmpty();
            condition.setClinicalStatus(making.codes().concept(open ? "hl7-active" : "hl7-inactive"));
            condition.setSubject(making.patient(episode.patient()));
            condition.setCode(code(episode, side));
            condition.addBodySite(site(side));
            onset(record, episode).ifPresent(day -> condition.setOnset(making.day(episode.patient(), day)));
            made.add(condition);
        }
        return made;
    }

    private CodeableConcept code(Episode episode, Side side) {
        CodeableConcept code = new CodeableConcept();
        String local = side == Side.LEFT ? "icd-pht-left" : "icd-pht-right";
        boolean coded = episode.problem().strip().toLowerCase(Locale.ROOT).equals(CODED);
        if (coded && making.codes().has(local)) {
            code.addCoding(making.codes().coding(local));
        }
        return code.setText(making.disclosure()
                .words(episode.problem())
                .orElseGet(() -> making.text(coded ? "fhir.problem.pht" : "fhir.problem")));
    }

    private CodeableConcept site(Side side) {
        CodeableConcept site = new CodeableConcept().setText(siteWords(making, side));
        site.addExtension(new Extension(
                FhirNames.PROFILE + "plinth-laterality", making.codes().side(side)));
        return site;
    }

    /** "Left leg, hamstring". */
    static String siteWords(Making making, Side side) {
        return making.text(side == Side.LEFT ? "fhir.site.left" : "fhir.site.right");
    }

    private static Optional<LocalDate> onset(PatientRecord record, Episode episode) {
        return record.notes().stream()
                .map(Note::entry)
                .filter(entry ->
                        entry.episode().equals(episode.id()) && entry.kind().equals("background") && !entry.removed())
                .flatMap(entry -> Optional.ofNullable(entry.values().get("onset")).stream())
                .map(LocalDate::parse)
                .findFirst();
    }

    private String conditionId(Episode episode, Side side) {
        return making.disclosure().of(episode.patient(), "episode", episode.id())
                + (side == Side.LEFT ? "-left" : "-right");
    }

    static List<Side> sides(Involvement involvement) {
        return involvement.injured().map(List::of).orElseGet(() -> List.of(Side.LEFT, Side.RIGHT));
    }
}
