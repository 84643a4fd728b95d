package org.plinth.web.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.BenchRun;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.SensorCheck;
import org.plinth.web.clinic.SensorIncident;
import org.plinth.web.clinic.StoredCalibration;
import org.plinth.web.http.Who;

/** The tables of a sensor's page. */
record SensorTables(SensorParts sensors, Who who, Sensor sensor, Function<Id<Account>, String> names) {

    List<Fact> facts() {
        return List.of(
                new Fact(sensors.t("sensor.fact.serial"), sensor.serial()),
                new Fact(sensors.t("sensor.fact.driver"), sensor.driverId()));
    }

    TableView checks(List<SensorCheck> checks) {
        return new TableView(
                sensors.t("sensor.checks"),
                heads("when", "what", "indicated", "reference", "difference", "limit", "outcome", "by"),
                checks.stream().map(this::check).toList(),
                sensors.t("sensor.checks.none"));
    }

    private TableView.Row check(SensorCheck check) {
        String none = sensors.t("sensor.none");
        return TableView.Row.of(
                sensors.moment(who, check.takenAt()),
                sensors.t("sensor.check.kind." + check.kind().name(), check.object()),
                SensorParts.newtons(check.indicated()),
                check.reference().map(SensorParts::newtons).orElse(none),
                check.difference().map(SensorParts::newtons).orElse(none),
                check.limit().map(SensorParts::newtons).orElse(none),
                sensors.t("sensor.check.outcome." + check.outcome().name()),
                names.apply(check.author()));
    }

    TableView calibrations(List<StoredCalibration> calibrations, List<BenchRun> runs) {
        return new TableView(
                sensors.t("sensor.calibrations"),
                heads("from", "until", "certificate"),
                calibrations.stream()
                        .map(calibration -> TableView.Row.to(
                                SensorParts.href(sensor) + "/calibrations/" + calibration.id(),
                                sensors.moment(who, calibration.validFrom()),
                                sensors.moment(who, calibration.validUntil()),
                                certificate(calibration, runs)))
                        .toList(),
                sensors.t("sensor.calibrations.none"));
    }

    private String certificate(StoredCalibration calibration, List<BenchRun> runs) {
        return runs.stream()
                .flatMap(run -> run.finish().stream())
                .filter(finish -> finish.calibration().equals(calibration.id()))
                .map(BenchRun.Finish::certificate)
                .findFirst()
                .orElseGet(() -> sensors.t("sensor.certificate.none"));
    }

    TableView runs(List<BenchRun> runs) {
        return new TableView(
                sensors.t("sensor.runs"),
                heads("when", "points", "outcome", "by"),
                runs.stream()
                        .map(run -> TableView.Row.to(
                                SensorParts.href(sensor) + "/runs/" + run.id(),
                                sensors.moment(who, run.startedAt()),
                                Integer.toString(run.points().size()),
                                sensors.t("sensor.run.state." + run.state().name()),
                                names.apply(run.author())))
                        .toList(),
                sensors.t("sensor.runs.none"));
    }

    TableView incidents(List<SensorIncident> incidents) {
        return new TableView(
                sensors.t("sensor.incidents"),
                heads("when", "what", "detail", "by"),
                incidents.stream()
                        .map(incident -> TableView.Row.of(
                                sensors.moment(who, incident.happenedAt()),
                                sensors.t("sensor.event." + incident.kind().name()),
                                Optional.of(incident.detail())
                                        .filter(detail -> !detail.isEmpty())
                                        .orElseGet(() -> sensors.t("sensor.none")),
                                names.apply(incident.author())))
                        .toList(),
                sensors.t("sensor.incidents.none"));
    }

    private List<String> heads(String... keys) {
        return java.util.Arrays.stream(keys)
                .map(key -> sensors.t("sensor.head." + key))
                .toList();
    }
}
