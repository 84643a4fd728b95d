package org.plinth.web.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Quantity.QuantityComparator;
import org.hl7.fhir.r4.model.Resource;
import org.plinth.core.outcome.Instrument;
import org.plinth.core.outcome.Qualifiers;
import org.plinth.core.outcome.Score;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.diary.Scores;
import org.plinth.web.store.HistoryStore.Kind;

/** Pain, sitting and scores that were noted: the total or the single answer, never an item's text. What was felt after a painkiller says so. */
final class ScoreMapper {

    /** Codes of others that mean the same. */
    private static final Map<String, String> ALSO = Map.of("nrs-pain", "pain-nrs", "vas-pain", "pain-vas");

    private final Making making;

    ScoreMapper(Making making) {
        this.making = making;
    }

    List<Resource> scores(PatientRecord record, EpisodeEntry entry) {
        List<Resource> made = new ArrayList<>();
        for (Score score : Scores.of(entry)) {
            Scores.instruments().find(score.instrument()).ifPresent(one -> made.add(score(record, entry, score, one)));
        }
        return made;
    }

    private Resource score(PatientRecord record, EpisodeEntry entry, Score score, Instrument instrument) {
        Observation made = making.named(
                new Observation(),
                making.disclosure().of(entry.patient(), "entry", entry.id()) + "-" + instrument.id(),
                entry.version(),
                record.stamps().of(Kind.ENTRY, entry.id()));
        made.setStatus(status(entry));
        made.addCategory(making.codes().concept("hl7-survey"));
        CodeableConcept code = making.codes().concept("score-" + instrument.id());
        String also = ALSO.get(instrument.id());
        if (also != null && making.codes().has(also)) {
            code.addCoding(making.codes().coding(also));
        }
        made.setCode(code);
        made.setSubject(making.patient(entry.patient()));
        made.setEffective(making.day(entry.patient(), entry.date()));
        Quantity value = Codes.quantity(score.value(), unit(instrument));
        if (score.atLeast()) {
            value.setComparator(QuantityComparator.GREATER_OR_EQUAL);
        }
        made.setValue(value);
        qualifiers(made, score.qualifiers());
        if (entry.values().containsKey("painkiller")) {
            making.codes().part(made, "painkiller", new BooleanType(true));
            made.addNote().setText(making.text("fhir.painkiller"));
        }
        return made;
    }

    static ObservationStatus status(EpisodeEntry entry) {
        if (entry.removed()) {
            return ObservationStatus.ENTEREDINERROR;
        }
        return entry.version() > 1 ? ObservationStatus.AMENDED : ObservationStatus.FINAL;
    }

    private static String unit(Instrument instrument) {
        return switch (instrument.unit()) {
            case "mm", "%", "s", "min" -> instrument.unit();
            default -> "{score}";
        };
    }

    private void qualifiers(Observation made, Qualifiers said) {
        said.activity().flatMap(making.disclosure()::words).ifPresent(words -> making.codes()
                .part(made, "activity", new CodeableConcept().setText(words)));
        said.timing().ifPresent(when -> word(made, "timing", when));
        said.surface().ifPresent(what -> word(made, "surface", what));
        said.answeredBy().ifPresent(who -> word(made, "answered-by", who));
        said.side().ifPresent(side -> {
            made.setBodySite(new CodeableConcept().setText(EpisodeMapper.siteWords(making, side)));
            making.codes().part(made, "side", making.codes().side(side));
        });
    }

    private void word(Observation made, String local, Enum<?> value) {
        making.codes().part(made, local, new CodeableConcept().setText(value.name()));
    }
}
