package org.plinth.web.page;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.plinth.calibration.conformity.Conformity;
import org.plinth.calibration.evaluation.Evaluation;
import org.plinth.calibration.evaluation.EvaluationOutcome;
import org.plinth.web.calibration.Certificate;
import org.plinth.web.calibration.CertificateFiles;
import org.plinth.web.clinic.BenchRun;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.clinic.StoredCalibration;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.sensor.AcceptedFigures;
import org.plinth.web.sensor.RunCertificate;
import org.plinth.web.sensor.RunDesk;
import org.plinth.web.sensor.RunPoints;
import org.plinth.web.store.StoreFailure;

/**
 * {@code GET /sensors/:id/calibrations/:calibration/certificate.pdf}, {@code certificate.json} and {@code points.csv}: what stands behind a calibration,
 * to keep. 404 where no run is behind it; 409 where the run no longer gives the figures that were accepted.
 */
final class CertificatePage implements WebModule {

    private static final String BASE = "/sensors/:id/calibrations/:calibration/";

    private final SensorParts sensors;
    private final PageParts parts;
    private final RunDesk desk;

    CertificatePage(PageParts parts) {
        this.parts = parts;
        this.sensors = new SensorParts(parts);
        this.desk = parts.sensors().runs();
    }

    @Override
    public void mount(Routes routes) {
        routes.get(BASE + "certificate.pdf", this::pdf);
        routes.get(BASE + "certificate.json", this::json);
        routes.get(BASE + "points.csv", this::points);
    }

    private BenchRun run(Request request, Sensor sensor) {
        Id<StoredCalibration> id = request.id("calibration");
        return parts.store()
                .read(stores -> stores.bench().behind(request.who().clinicId(), id))
                .filter(run -> run.sensor().equals(sensor.id()))
                .orElseThrow(HttpFailure::notFound);
    }

    private Certificate certificate(Request request) {
        Who who = request.who();
        Sensor sensor = sensors.sensor(request);
        BenchRun run = run(request, sensor);
        BenchRun.Finish finish = run.finish().orElseThrow(HttpFailure::notFound);
        if (!(desk.evaluate(sensor, run) instanceof EvaluationOutcome.Evaluated evaluated)
                || !AcceptedFigures.agree(finish.fitJson(), evaluated.evaluation())) {
            throw StoreFailure.wrongState("sensor.refused.OTHER_FIGURES", run);
        }
        Evaluation evaluation = evaluated.evaluation();
        Optional<Conformity> found = parts.store().read(stores -> desk.asFound(stores, sensor, run, evaluation));
        return new RunCertificate(who.clinic(), sensors.names(who), parts.texts()).of(sensor, run, evaluation, found);
    }

    private Reply pdf(Request request) {
        Certificate certificate = certificate(request);
        byte[] bytes = CertificateFiles.pdf(certificate, parts.texts());
        return Reply.download("application/pdf", certificate.id() + ".pdf", out -> out.write(bytes));
    }

    private Reply json(Request request) {
        Certificate certificate = certificate(request);
        byte[] bytes = CertificateFiles.json(certificate, parts.texts());
        return Reply.download("application/json; charset=utf-8", certificate.id() + ".json", out -> out.write(bytes));
    }

    private Reply points(Request request) {
        BenchRun run = run(request, sensors.sensor(request));
        byte[] bytes = RunPoints.csv(run.run()).getBytes(StandardCharsets.UTF_8);
        String name = run.finish().map(BenchRun.Finish::certificate).orElseThrow(HttpFailure::notFound);
        return Reply.download("text/csv; charset=utf-8", name + "-points.csv", out -> out.write(bytes));
    }
}
