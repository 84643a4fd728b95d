package org.plinth.web.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.plinth.calibration.reference.ReferenceMass;
import org.plinth.calibration.reference.ReferenceUncertainty;
import org.plinth.calibration.run.CalibrationRun;
import org.plinth.calibration.run.ChainIdentity;
import org.plinth.calibration.run.Environment;
import org.plinth.web.calibration.CertificateDetails.Field;
import org.plinth.web.pdf.Paper.Section;
import org.plinth.web.pdf.Paper.Table;
import org.plinth.web.text.Texts;

/** Who, what, when, where, with what: the first sections of a certificate. */
final class CertificateFacts {

    private final Certificate certificate;
    private final CalibrationRun run;
    private final Texts texts;

    CertificateFacts(Certificate certificate, Texts texts) {
        this.certificate = certificate;
        this.run = certificate.evaluation().run();
        this.texts = texts;
    }

    List<Section> sections() {
        return List.of(item(), conditions(), traceability());
    }

    private Section item() {
        ChainIdentity chain = run.chain();
        List<List<String>> rows = new ArrayList<>();
        rows.add(said(Field.LABORATORY));
        rows.add(said(Field.LOCATION));
        rows.add(said(Field.CUSTOMER));
        rows.add(said(Field.ITEM));
        rows.add(row("sensor", orNotStated(chain.sensorModel())));
        rows.add(row("serial", orNotStated(chain.serial())));
        rows.add(row("firmware", orNotStated(chain.firmware())));
        rows.add(row("attachments", orNotStated(String.join("; ", chain.attachments()))));
        rows.add(said(Field.RECEIVED));
        rows.add(said(Field.CALIBRATED));
        rows.add(said(Field.ISSUED));
        rows.add(said(Field.CALIBRATED_BY));
        rows.add(said(Field.APPROVED_BY));
        certificate
                .details()
                .text(Field.NEXT_DUE)
                .ifPresent(due -> rows.add(row(Field.NEXT_DUE.key(), text("next-due", due))));
        return Section.of(text("heading.item"), List.of(), new Table(columns(), rows, false));
    }

    private Section conditions() {
        Environment room = run.environment();
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("method", certificate.details().text(Field.METHOD).orElseGet(() -> text("method.usual"))));
        rows.add(row("mode", texts.text("calibration.mode." + run.mode())));
        rows.add(said(Field.SETTLE_SECONDS));
        rows.add(row("temperature", measured("celsius", room.celsius())));
        rows.add(row("temperature-span", measured("kelvin", room.celsiusSpan())));
        rows.add(row("humidity", measured("humidity", room.humidityPercent())));
        rows.add(row("pressure", measured("pressure", room.hectopascals())));
        if (run.usesGravity()) {
            rows.add(row(
                    "gravity",
                    text(
                            "gravity." + run.gravity().source(),
                            Rounded.decimals(run.gravity().metresPerSecondSquared(), 5),
                            Rounded.digits(100 * run.gravity().relativeStandardUncertainty(), 2))));
            rows.add(row(
                    "buoyancy",
                    text(
                            "buoyancy",
                            Rounded.decimals(run.buoyancy().airDensity(), 3),
                            Rounded.decimals(run.buoyancy().massDensity(), 0),
                            Rounded.decimals(run.buoyancy().factor(), 6))));
        }
        return Section.of(text("heading.conditions"), List.of(), new Table(columns(), rows, false));
    }

    private Section traceability() {
        List<String> words = new ArrayList<>();
        words.add(reference());
        if (run.masses().isEmpty()) {
            words.add(text("no-masses"));
            return Section.of(text("heading.traceability"), words);
        }
        List<List<String>> rows = new ArrayList<>();
        for (ReferenceMass mass : run.masses()) {
            rows.add(List.of(
                    orNotStated(mass.id()),
                    orNotStated(mass.certificate()),
                    mass.certifiedOn().map(Object::toString).orElseGet(() -> text("not-stated")),
                    Rounded.digits(mass.nominalKilograms(), 6),
                    Rounded.digits(mass.conventionalKilograms(), 9),
                    Rounded.digits(mass.uncertaintyKilograms(), 3),
                    Rounded.digits(mass.coverageFactor(), 3)));
        }
        List<String> head = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            head.add(text("column.masses." + i));
        }
        return Section.of(text("heading.traceability"), words, new Table(head, rows, true));
    }

    private String reference() {
        if (run.reference() instanceof ReferenceUncertainty.Expanded stated) {
            return text(
                    "reference.expanded",
                    Rounded.digits(100 * stated.relative(), 3),
                    Rounded.digits(stated.coverageFactor(), 3));
        }
        if (run.reference() instanceof ReferenceUncertainty.Limits limits) {
            return text("reference.limits", Rounded.digits(100 * limits.relativeHalfWidth(), 3));
        }
        return text("reference.not-stated");
    }

    private List<String> columns() {
        return List.of(text("column.facts.1"), text("column.facts.2"));
    }

    private List<String> said(Field field) {
        return row(field.key(), certificate.details().text(field).orElseGet(() -> text("not-stated")));
    }

    private List<String> row(String name, String value) {
        return List.of(text("fact." + name), value);
    }

    private String orNotStated(String value) {
        return value.isBlank() ? text("not-stated") : value;
    }

    private String measured(String unit, OptionalDouble value) {
        return value.isPresent() ? text("unit." + unit, Rounded.digits(value.getAsDouble(), 4)) : text("not-stated");
    }

    private String text(String key, Object... arguments) {
        return texts.text("calibration.certificate." + key, arguments);
    }
}
