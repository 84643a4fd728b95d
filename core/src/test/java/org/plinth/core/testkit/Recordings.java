package org.plinth.core.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.core.signal.ForceTrace;

/** Real recordings (CC0, Silva et al. 2024, BSPC 88:105635): 10 s at 2000 Hz in kgf, with their faults. */
public final class Recordings {

    /** Begins under pretension and climbs to the end. */
    public static final String PRETENSIONED = "ID_01";
    /** A quiet start at about 10 N, held to the end. */
    public static final String HELD = "ID_03";
    /** The second half is blank. */
    public static final String HALF_BLANK = "ID_05";
    /** From a faulty recording: rises at once. */
    public static final String FAULTY = "ID_22";

    private static final long INTERVAL_MICROS = 500;

    private Recordings() {}

    /** The cells as they stand in the file [kgf]; an empty one is a blank. */
    public static List<String> cells(String id) {
        String name = "/org/plinth/core/recordings/" + id + "_knee_flexion_kgf_2000Hz.csv.gz";
        try (InputStream file = Objects.requireNonNull(Recordings.class.getResourceAsStream(name), name);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(file), StandardCharsets.US_ASCII))) {
            return lines.lines().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The recording in newtons. */
    public static ForceTrace trace(String id) {
        ForceTrace.Builder builder = ForceTrace.builder();
        long micros = 0;
        for (String cell : cells(id)) {
            if (cell.isEmpty()) {
                builder.blank();
            } else {
                builder.sample(micros, Double.parseDouble(cell) * ForceUnit.KILOGRAM_FORCE.newtonsPerUnit());
            }
            micros += INTERVAL_MICROS;
        }
        return builder.build();
    }
}
