package org.plinth.web.calibration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a points file may hold, and the names that it goes by: in any case, with blanks, dashes or brackets. */
enum PointsColumn {
    RUN("run cycle series"),
    DIRECTION("direction dir way"),
    MASS("mass_kg mass load_kg kg"),
    FORCE("force_n force load_n n newton"),
    READING("reading reading_count reading_counts counts count raw adc value"),
    READING_KGF("reading_kgf reading_kg"),
    READING_NEWTON("reading_n"),
    READING_POUND("reading_lbf reading_lb"),
    ROTATION("rotation_deg rotation orientation_deg orientation"),
    FLUCTUATION("fluctuation"),
    DRIFT("drift"),
    HOLD("time_s hold_s"),
    EXCLUDED("excluded exclude");

    private final String names;

    PointsColumn(String names) {
        this.names = names;
    }

    /** The first name it goes by. */
    String canonical() {
        return names().get(0).replaceAll("_n$", "_N");
    }

    /** All names, for help. */
    List<String> names() {
        return List.of(names.split(" "));
    }

    boolean isReading() {
        return this == READING || this == READING_KGF || this == READING_NEWTON || this == READING_POUND;
    }

    static Optional<PointsColumn> of(String header) {
        String plain = header.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\-(\\[]+", "_")
                .replaceAll("[)\\]]", "")
                .replaceAll("_+", "_");
        for (PointsColumn column : values()) {
            if (column.names().contains(plain)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
