package org.plinth.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plinth.calibration.CurveCalibration;
import org.plinth.calibration.LinearCalibration;
import org.plinth.calibration.reference.ReferenceMass;
import org.plinth.calibration.run.CalibrationRun;
import org.plinth.calibration.run.ChainIdentity;
import org.plinth.calibration.run.Environment;
import org.plinth.web.clinic.BenchRun;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.StoredCalibration;
import org.plinth.web.http.Who;

/** What a calibration's page says of chain, place, masses and outcome. */
record CalibrationFacts(SensorParts sensors, Who who) {

    List<Fact> facts(Sensor sensor, StoredCalibration calibration, Optional<BenchRun> run) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("sensor", sensor.label() + ", " + sensor.serial()));
        facts.add(fact("from", sensors.moment(who, calibration.validFrom())));
        facts.add(fact("until", sensors.moment(who, calibration.validUntil())));
        facts.add(fact("curve", curve(calibration)));
        run.ifPresentOrElse(
                known -> facts.addAll(ofRun(known)),
                () -> facts.add(fact("run", sensors.t("sensor.certificate.none"))));
        return facts;
    }

    private String curve(StoredCalibration calibration) {
        if (calibration.curve() instanceof LinearCalibration line) {
            return sensors.t(
                    "sensor.curve.line",
                    SensorParts.exact(line.newtonsPerUnit()),
                    SensorParts.exact(line.interceptNewtons()));
        }
        return calibration.curve() instanceof CurveCalibration
                ? sensors.t("sensor.curve.curve")
                : sensors.t("sensor.none");
    }

    private List<Fact> ofRun(BenchRun run) {
        CalibrationRun setUp = run.setUp();
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("who", sensors.names(who).apply(run.author())));
        facts.add(fact("mode", sensors.t("sensor.mode." + setUp.mode().name())));
        facts.add(fact("chain", chain(setUp.chain())));
        facts.add(fact(
                "place",
                run.place().name().isEmpty()
                        ? sensors.t("sensor.none")
                        : run.place().name()));
        facts.add(fact(
                "gravity",
                sensors.t(
                        "sensor.gravity." + setUp.gravity().source().name(),
                        SensorParts.number(setUp.gravity().metresPerSecondSquared(), 5),
                        optional(run.place().latitudeDegrees()),
                        optional(run.place().heightMetres()))));
        facts.add(fact(
                "air",
                sensors.t(
                        "sensor.air",
                        SensorParts.number(setUp.buoyancy().airDensity(), 3),
                        SensorParts.number(setUp.buoyancy().massDensity(), 0))));
        facts.add(fact("room", room(setUp.environment())));
        run.finish().ifPresent(finish -> {
            facts.add(fact(
                    "found",
                    finish.asFound()
                            .map(found -> sensors.t("sensor.decision." + found.name()))
                            .orElseGet(() -> sensors.t("sensor.found.first"))));
            facts.add(
                    fact("left", sensors.t("sensor.decision." + finish.asLeft().name())));
        });
        return facts;
    }

    private String chain(ChainIdentity chain) {
        List<String> all = new ArrayList<>(List.of(chain.sensorModel(), chain.serial()));
        if (!chain.firmware().isEmpty()) {
            all.add(sensors.t("sensor.firmware", chain.firmware()));
        }
        all.addAll(chain.attachments());
        return String.join("; ", all);
    }

    private String room(Environment room) {
        List<String> known = new ArrayList<>();
        room.celsius().ifPresent(value -> known.add(SensorParts.number(value, 1) + " °C"));
        room.humidityPercent().ifPresent(value -> known.add(SensorParts.number(value, 0) + " %"));
        room.hectopascals().ifPresent(value -> known.add(SensorParts.number(value, 0) + " hPa"));
        return known.isEmpty() ? sensors.t("sensor.notlooked") : String.join(", ", known);
    }

    private String optional(OptionalDouble value) {
        return value.isPresent() ? SensorParts.number(value.getAsDouble(), 1) : sensors.t("sensor.notrecorded");
    }

    private Fact fact(String key, String value) {
        return new Fact(sensors.t("sensor.fact." + key), value);
    }

    TableView masses(BenchRun run) {
        return new TableView(
                sensors.t("sensor.masses"),
                List.of("label", "conventional", "massU", "certificate", "certifiedOn").stream()
                        .map(key -> sensors.t("sensor.head." + key))
                        .toList(),
                run.masses().stream().map(owned -> row(owned.mass())).toList(),
                sensors.t("sensor.masses.none"));
    }

    private TableView.Row row(ReferenceMass mass) {
        return TableView.Row.of(
                mass.id(),
                SensorParts.number(mass.conventionalKilograms(), 5) + " kg",
                sensors.t(
                        "sensor.mass.uncertainty",
                        SensorParts.number(mass.uncertaintyKilograms() * 1000, 3),
                        SensorParts.number(mass.coverageFactor(), 1)),
                mass.certificate(),
                mass.certifiedOn().map(sensors.numbers(who)::date).orElseGet(() -> sensors.t("sensor.notrecorded")));
    }
}
