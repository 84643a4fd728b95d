package org.plinth.web.sensor;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plinth.calibration.conformity.Conformity;
import org.plinth.calibration.evaluation.Evaluation;
import org.plinth.web.EngineVersion;
import org.plinth.web.calibration.Certificate;
import org.plinth.web.calibration.CertificateDetails;
import org.plinth.web.calibration.CertificateDetails.Field;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.BenchPoint;
import org.plinth.web.clinic.BenchRun;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.ReadingSource;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.text.Texts;

/**
 * The certificate of an accepted run, from what was stored with it and nothing else: all dates are those of the run. The clinic
 * calibrates its own sensor, so it is laboratory and customer at once, and nothing was received.
 *
 * @param clinic whose
 * @param names of people
 * @param texts of what a run says of itself
 */
public record RunCertificate(Clinic clinic, Function<Id<Account>, String> names, Texts texts) {

    /**
     * Of an accepted run.
     *
     * @param evaluation of the same run
     * @param asFound with the calibration that stood before
     */
    public Certificate of(Sensor sensor, BenchRun run, Evaluation evaluation, Optional<Conformity> asFound) {
        BenchRun.Finish finish = run.finish().orElseThrow(() -> new IllegalArgumentException("the run has not ended"));
        CertificateDetails details = new CertificateDetails(
                said(sensor, run),
                evaluation.run().chain(),
                evaluation.run().environment(),
                evaluation.run().masses(),
                Optional.empty());
        return new Certificate(
                finish.certificate(),
                details,
                evaluation,
                asFound,
                RunPoints.sha256(evaluation.run()),
                EngineVersion.current());
    }

    private Map<Field, String> said(Sensor sensor, BenchRun run) {
        Map<Field, String> said = new EnumMap<>(Field.class);
        said.put(Field.LABORATORY, text("laboratory", clinic.name()));
        said.put(Field.CUSTOMER, text("customer", clinic.name()));
        said.put(Field.ITEM, sensor.label());
        said.put(Field.RECEIVED, text("received"));
        said.put(Field.CALIBRATED, calibrated(run));
        said.put(Field.ISSUED, date(run.at()).toString());
        said.put(Field.CALIBRATED_BY, people(run));
        said.put(Field.APPROVED_BY, names.apply(run.author()));
        if (!run.place().name().isEmpty()) {
            said.put(Field.LOCATION, run.place().name());
        }
        boolean typed = run.points().stream().anyMatch(point -> point.source() == ReadingSource.TYPED);
        said.put(Field.SETTLE_SECONDS, text(typed ? "settle.typed" : "settle"));
        return said;
    }

    private String calibrated(BenchRun run) {
        List<LocalDate> days = run.points().stream()
                .map(BenchPoint::at)
                .map(this::date)
                .sorted()
                .toList();
        LocalDate first = days.get(0);
        LocalDate last = days.get(days.size() - 1);
        return first.equals(last) ? first.toString() : text("from-to", first, last);
    }

    private String people(BenchRun run) {
        return run.points().stream()
                .map(BenchPoint::author)
                .distinct()
                .map(names)
                .collect(Collectors.joining("; "));
    }

    private LocalDate date(Instant at) {
        ZoneId zone = clinic.zone();
        return at.atZone(zone).toLocalDate();
    }

    private String text(String key, Object... arguments) {
        return texts.text("sensor.certificate." + key, arguments);
    }
}
