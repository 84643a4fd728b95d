package org.plinth.web.sensor;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.plinth.calibration.Calibration;
import org.plinth.calibration.characteristic.ResolutionStep;
import org.plinth.calibration.run.ReadingUnit;
import org.plinth.calibration.settle.SettlingState;
import org.plinth.core.quantity.Force;
import org.plinth.driver.SampleUnit;
import org.plinth.driver.SensorDriver;
import org.plinth.driver.SensorDrivers;
import org.plinth.web.capture.Bench;
import org.plinth.web.capture.Calibrations;
import org.plinth.web.clinic.Sensor;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.Stores;

/** What is known of a sensor by its driver, and its readings from the bench. */
record BenchSensors(SensorDrivers drivers, Bench bench) {

    /** Three decimals of the unit. */
    private static final double WRITTEN = 0.001;

    SensorDriver driver(Sensor sensor) {
        return drivers.find(sensor.driverId())
                .orElseThrow(() -> StoreFailure.wrongState("sensor.refused.NO_DRIVER", sensor));
    }

    ReadingUnit unit(Sensor sensor) {
        return switch (driver(sensor).spec().unit()) {
            case COUNTS -> ReadingUnit.COUNT;
            case NEWTON -> ReadingUnit.NEWTON;
            case KILOGRAM_FORCE -> ReadingUnit.KILOGRAM_FORCE;
            case POUND_FORCE -> ReadingUnit.POUND_FORCE;
        };
    }

    /**
     * Smallest step of the sensor's own numbers. Where the maker states none for a sensor that tells a force, the last
     * decimal that a reading is shown and written with; what is coarser in the sensor itself shows in its repeatability.
     */
    ResolutionStep step(Sensor sensor) {
        SampleUnit unit = driver(sensor).spec().unit();
        Optional<Force> step = driver(sensor).spec().resolution();
        return unit.force()
                .map(force -> step.map(newtons -> ResolutionStep.given(newtons.newtons() / force.newtonsPerUnit()))
                        .orElseGet(() -> new ResolutionStep(WRITTEN, ResolutionStep.Source.AS_WRITTEN)))
                .orElseGet(ResolutionStep::oneCount);
    }

    /** That step in newtons, by this calibration. */
    Force stepOfForce(Sensor sensor, Calibration calibration) {
        double step = step(sensor).step();
        return Force.ofNewtons(Math.abs(calibration.newtons(step) - calibration.newtons(0)));
    }

    /** What makes newtons of it at a moment; the maker's unit where it was never calibrated. */
    Calibration calibration(Stores stores, Sensor sensor, Instant at) {
        SampleUnit unit = driver(sensor).spec().unit();
        Calibration calibration = Calibrations.at(stores, sensor, unit, at);
        if (!calibration.isCalibrated() && unit.force().isEmpty()) {
            throw StoreFailure.wrongState("sensor.refused.COUNTS_ONLY", sensor);
        }
        return calibration;
    }

    /** The settled reading. */
    SettlingState.Settled read(Sensor sensor) {
        return read(sensor, on -> on.read(sensor));
    }

    /** What the bench gives once the reading has settled. */
    <T> T read(Sensor sensor, Function<Bench, Optional<T>> reading) {
        if (!bench.state(sensor).connected()) {
            throw StoreFailure.wrongState("sensor.refused.NOT_ON_BENCH", sensor);
        }
        return reading.apply(bench).orElseThrow(() -> StoreFailure.wrongState("sensor.refused.NOT_SETTLED", sensor));
    }
}
