package org.plinth.web.fhir;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.SampledData;
import org.hl7.fhir.r4.model.StringType;
import org.plinth.core.signal.ForceTrace;
import org.plinth.web.capture.RawForce;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Visit;
import org.plinth.web.hash.Sha256;
import org.plinth.web.store.HistoryStore.Kind;

/**
 * The force of a recording, twice: resampled evenly for display, which says so, and as a document with the exact samples, their SHA-256
 * beside. A stretch in which the sensor was silent is drawn as an error, never bridged.
 */
final class CurveMapper {

    /** Between two values for display [µs]. */
    private static final long PERIOD_MICROS = 20_000;

    /** A longer silence is not bridged [µs]; as for a gap that rejects an effort. */
    private static final long SILENCE_MICROS = 100_000;

    private final Making making;
    private final RawForce raw;

    CurveMapper(Making making, RawForce raw) {
        this.making = making;
        this.raw = raw;
    }

    /** All three of one recording, made when they are asked for; none where its journal cannot be read. */
    List<Shell> of(PatientRecord record, Recording recording) {
        Observation shown = observation(record, recording);
        DocumentReference document = document(record, recording);
        Binary exact = new Binary();
        exact.setId(id(recording));
        exact.setContentType(CurveFile.CONTENT_TYPE);
        return List.of(
                new Shell(shown, () -> segments(recording).map(all -> filled(shown.copy(), all))),
                new Shell(document, () -> exact(recording).map(bytes -> filled(document.copy(), recording, bytes))),
                new Shell(
                        exact, () -> exact(recording).map(bytes -> exact.copy().setData(bytes))));
    }

    /** Name of all three. */
    private String id(Recording recording) {
        return making.disclosure().of(recording.patient(), "curve", recording.id());
    }

    private Optional<List<ForceTrace>> segments(Recording recording) {
        return raw.of(recording).flatMap(found -> found.force()).map(force -> force.segments());
    }

    private Optional<byte[]> exact(Recording recording) {
        return segments(recording).map(CurveFile::of);
    }

    private Observation observation(PatientRecord record, Recording recording) {
        PositionTest test = record.test(recording.test());
        Visit visit = record.visit(recording.visit());
        Observed observed = new Observed(making);
        Observation made = making.named(
                new Observation(),
                id(recording),
                recording.version(),
                record.stamps().of(Kind.RECORDING, recording.id()));
        made.setStatus(visit.closed() ? ObservationStatus.FINAL : ObservationStatus.PRELIMINARY);
        observed.at(visit, "curve", test.positionId(), test.protocolVersion(), made);
        made.setEffective(Making.moment(making.disclosure().moment(visit, recording.startedAt())));
        observed.method(made, test.fixation(), test.positionId(), test.protocolVersion());
        observed.device(made, test);
        observed.side(made, recording.side());
        made.addDerivedFrom(making.of("DocumentReference", recording.patient(), "curve", recording.id()));
        return made;
    }

    private Observation filled(Observation made, List<ForceTrace> segments) {
        for (ForceTrace trace : segments) {
            if (trace.size() > 0) {
                making.codes().part(made, "resampled", resampled(trace));
            }
        }
        made.addNote().setText(making.text("fhir.curve.resampled", Long.toString(PERIOD_MICROS / 1000)));
        return made;
    }

    static SampledData resampled(ForceTrace trace) {
        StringBuilder data = new StringBuilder();
        long first = trace.micros(0);
        for (long at = first; at <= first + trace.durationMicros(); at += PERIOD_MICROS) {
            data.append(data.length() == 0 ? "" : " ").append(value(trace, at));
        }
        SampledData made = new SampledData()
                .setOrigin(Codes.quantity(0, "N"))
                .setPeriod(BigDecimal.valueOf(PERIOD_MICROS / 1000))
                .setDimensions(1)
                .setData(data.toString());
        made.getOrigin().setValue(BigDecimal.ZERO);
        return made;
    }

    private static String value(ForceTrace trace, long at) {
        int after = trace.indexAtOrAfter(at);
        boolean silent = after > 0
                && after < trace.size()
                && trace.micros(after) - trace.micros(after - 1) > SILENCE_MICROS
                && trace.micros(after) != at;
        return silent
                ? "E"
                : BigDecimal.valueOf(trace.newtonsAt((double) at))
                        .setScale(2, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    private DocumentReference document(PatientRecord record, Recording recording) {
        Visit visit = record.visit(recording.visit());
        DocumentReference made = making.named(
                new DocumentReference(),
                id(recording),
                recording.version(),
                record.stamps().of(Kind.RECORDING, recording.id()));
        made.setStatus(DocumentReferenceStatus.CURRENT);
        made.setType(making.codes().concept("exact-curve"));
        made.setSubject(making.patient(recording.patient()));
        made.setDateElement(Making.instant(making.disclosure().moment(visit, recording.startedAt())));
        made.getContext().addEncounter(making.of("Encounter", recording.patient(), "visit", visit.id()));
        return made;
    }

    /** FHIR's own element {@code hash} is SHA-1 by definition, so it is left out; SHA-256 stands in an extension. */
    private DocumentReference filled(DocumentReference made, Recording recording, byte[] bytes) {
        Attachment attachment = new Attachment()
                .setContentType(CurveFile.CONTENT_TYPE)
                .setUrl("Binary/" + id(recording))
                .setSize(bytes.length);
        attachment.addExtension(new Extension(FhirNames.PROFILE + "plinth-sha256", new StringType(Sha256.hex(bytes))));
        made.addContent().setAttachment(attachment);
        return made;
    }
}
