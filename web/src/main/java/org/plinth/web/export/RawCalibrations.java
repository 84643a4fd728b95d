package org.plinth.web.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.plinth.calibration.CurveCalibration;
import org.plinth.calibration.LinearCalibration;
import org.plinth.calibration.Uncalibrated;
import org.plinth.calibration.curve.PiecewiseCurve;
import org.plinth.web.clinic.BenchRun;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.StoredCalibration;
import org.plinth.web.http.Json;
import org.plinth.web.store.RawStore.RawRow;
import org.plinth.web.store.Store;

/** What a recording's line says of the calibration that made its newtons: the curve, and the time it held. One thread. */
final class RawCalibrations {

    /** A clinic has a few sensors; a calibration a year each. */
    private static final int REMEMBERED = 256;

    private final Store store;
    private final RawKeys keys;
    private final Map<String, Optional<Known>> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<Known>> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Known(StoredCalibration stored, Optional<BenchRun> run) {}

    RawCalibrations(Store store, RawKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    void write(ObjectNode json, RawRow row) {
        String id = row.recording().calibrationId();
        if (id.equals(Uncalibrated.ID)) {
            json.put("kind", Uncalibrated.ID);
            return;
        }
        Optional<Known> found =
                known.computeIfAbsent(id, of -> find(row.recording().clinic(), of));
        if (found.isEmpty()) {
            json.put("kind", "unknown");
            return;
        }
        StoredCalibration stored = found.get().stored();
        json.put("calibration", keys.calibration(stored.id()));
        curve(json, stored);
        json.put(
                "validity",
                stored.curve().validityAt(row.recording().startedAt()).name());
        json.put("certified", found.get().run().isPresent());
        found.get().run().flatMap(BenchRun::finish).ifPresent(finish -> finished(json, finish));
    }

    /**
     * The decision, and the expanded uncertainty (k = 2) at each force that was loaded, as they were when the run was accepted. Runs that
     * were accepted before Plinth wrote down whether it is a lower bound say nothing of that.
     */
    static void finished(ObjectNode json, BenchRun.Finish finish) {
        json.put("decision", finish.asLeft().name());
        JsonNode budgets = Json.read(finish.fitJson()).path("uncertainty");
        if (!budgets.isEmpty()) {
            json.set("uncertainty", budgets);
        }
    }

    private Optional<Known> find(Id<Clinic> clinic, String id) {
        return store.read(stores -> Id.<StoredCalibration>parse(id)
                .flatMap(parsed -> stores.sensors().findCalibration(clinic, parsed))
                .map(stored -> new Known(stored, stores.bench().behind(clinic, stored.id()))));
    }

    private static void curve(ObjectNode json, StoredCalibration stored) {
        if (stored.curve() instanceof LinearCalibration line) {
            json.put("kind", "linear")
                    .put("slope_N_per_unit", line.newtonsPerUnit())
                    .put("intercept_N", line.interceptNewtons());
        } else if (stored.curve() instanceof CurveCalibration fitted) {
            json.put(
                    "kind",
                    fitted.curve()
                            .getClass()
                            .getSimpleName()
                            .replace("Curve", "")
                            .toLowerCase(Locale.ROOT));
            ArrayNode coefficients = json.putArray("coefficients");
            fitted.curve().coefficients().forEach(coefficients::add);
            if (fitted.curve() instanceof PiecewiseCurve lines) {
                ArrayNode knots = json.putArray("knots");
                lines.knots().forEach(knot -> knots.addObject()
                        .put("deflection", knot.deflection())
                        .put("force_N", knot.newtons()));
            }
            json.put("zero_reading", fitted.zeroReading())
                    .put("least_deflection", fitted.curve().range().lowest())
                    .put("greatest_deflection", fitted.curve().range().highest());
        }
    }
}
