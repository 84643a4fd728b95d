package org.plinth.calibration.characteristic;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plinth.calibration.fit.Deflections;
import org.plinth.calibration.fit.Deflections.Deflection;
import org.plinth.calibration.number.InOrder;

/**
 * All readings under one load.
 *
 * @param newtons the load [N]
 * @param ascending readings on the way up; may be empty
 * @param descending readings on the way down; may be empty
 */
public record Level(double newtons, List<Deflection> ascending, List<Deflection> descending) {

    private static final double SAME_LOAD_NEWTONS = 1e-4;

    /** Copies the lists. */
    public Level {
        ascending = List.copyOf(ascending);
        descending = List.copyOf(descending);
    }

    /** By rising load. */
    public static List<Level> of(Deflections deflections) {
        SortedMap<Long, List<Deflection>> up = byLoad(deflections.ascending());
        SortedMap<Long, List<Deflection>> down = byLoad(deflections.descending());
        SortedMap<Long, Level> levels = new TreeMap<>();
        up.forEach((load, at) -> levels.put(load, new Level(newtons(at), at, down.getOrDefault(load, List.of()))));
        down.forEach((load, at) -> levels.putIfAbsent(load, new Level(newtons(at), List.of(), at)));
        return List.copyOf(levels.values());
    }

    private static SortedMap<Long, List<Deflection>> byLoad(List<Deflection> points) {
        SortedMap<Long, List<Deflection>> byLoad = new TreeMap<>();
        for (Deflection point : points) {
            byLoad.computeIfAbsent(Math.round(point.newtons() / SAME_LOAD_NEWTONS), load -> new ArrayList<>())
                    .add(point);
        }
        return byLoad;
    }

    private static double newtons(List<Deflection> at) {
        return at.get(0).newtons();
    }

    /** Whether nothing hangs on the sensor. */
    public boolean isZero() {
        return newtons == 0;
    }

    /** Mean deflection on the way up. */
    public OptionalDouble meanAscending() {
        return mean(ascending);
    }

    /** Mean deflection on the way down. */
    public OptionalDouble meanDescending() {
        return mean(descending);
    }

    static OptionalDouble mean(List<Deflection> points) {
        return InOrder.mean(points.stream().mapToDouble(Deflection::value));
    }
}
