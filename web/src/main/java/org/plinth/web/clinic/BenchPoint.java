package org.plinth.web.clinic;

import java.time.Instant;
import java.util.OptionalInt;
import org.plinth.calibration.run.CalibrationPoint;

/**
 * A point of a run with who read it and how. Its {@code point.row()} is its number in the run, from 1.
 *
 * @param point load and raw reading
 * @param samples that the mean was taken of; empty where it was typed
 * @param source where it comes from
 * @param at when it was stored
 * @param author who took it
 */
public record BenchPoint(
        CalibrationPoint point, OptionalInt samples, ReadingSource source, Instant at, Id<Account> author) {}
