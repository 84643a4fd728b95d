package org.plinth.web.http;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What it means that a route was answered, for the audit log. Derived from the access table alone: a new page under a
 * patient's or a visit's address is noted without anybody thinking of it; what must not be noted is named here.
 *
 * @param action the row's stable name
 * @param of whose record it is
 * @param parameter of the path that names it; empty where the login does
 * @param seldom whether repeats within {@link AuditReadLog#REPEATS} are one reading: for what a page asks for again and again
 */
record Opening(String action, Of of, Optional<String> parameter, boolean seldom) {

    /** What the id in a path is of. */
    enum Of {
        /** A patient. */
        PATIENT,
        /** A visit, so its patient. */
        VISIT,
        /** A position test, so its patient. */
        TEST,
        /** A recording, so its patient. */
        RECORDING,
        /** A trial. */
        TRIAL,
        /** A sensor. */
        SENSOR,
        /** The patient who is logged in. */
        SELF,
        /** The clinic as a whole. */
        CLINIC
    }

    private static final String ID = "id";
    private static final String SENSOR_FILES = "/sensors/:id/calibrations/:calibration/";

    /**
     * Parts of a page, such as charts, and what a page asks for again and again: their address can be opened by itself, so they are readings, once
     * for a while.
     */
    private static final Pattern PART = Pattern.compile(".*(/charts/.*|\\.svg|/visits/:id/(pad|tester))");

    private static final Pattern PAPER = Pattern.compile(".*\\.pdf");
    private static final Pattern FILE = Pattern.compile(".*\\.(csv|json|ndjson|zip|capture)");

    private static final Map<String, Opening> NAMED = Map.ofEntries(
            Map.entry("/api/export/results.csv", of("export.results", Of.CLINIC)),
            Map.entry("/api/export/readings.csv", of("export.readings", Of.CLINIC)),
            Map.entry("/api/series", of("export.series", Of.CLINIC)),
            Map.entry("/api/patients", of("export.patients", Of.CLINIC)),
            Map.entry("/api/recordings", of("export.recordings", Of.CLINIC)),
            Map.entry("/api/recordings/:id/curve", of("export.curve", Of.RECORDING)),
            Map.entry("/exports/jobs/:job/export.zip", of("export.fetch", Of.CLINIC)),
            Map.entry("/api/recordings/:id/capture", of("export.capture", Of.RECORDING)),
            Map.entry(SENSOR_FILES + "certificate.pdf", of("export.certificate", Of.SENSOR)),
            Map.entry(SENSOR_FILES + "certificate.json", of("export.certificate", Of.SENSOR)),
            Map.entry(SENSOR_FILES + "points.csv", of("export.certificate", Of.SENSOR)),
            Map.entry("/imports/:id", of("import.read", Of.CLINIC)),
            Map.entry("/imports/tray", of("import.tray", Of.CLINIC)),
            Map.entry("/imports/:id/left-out.csv", of("import.leftout", Of.CLINIC)),
            Map.entry("/imports/:id/items/:number", of("import.read", Of.CLINIC)),
            Map.entry("/imports/:id/items/:number/curve.csv", of("import.curve", Of.CLINIC)),
            Map.entry("/audit", of("audit.open", Of.CLINIC)),
            Map.entry("/audit/export.zip", of("audit.export", Of.CLINIC)),
            Map.entry("/patients", new Opening("record.search", Of.CLINIC, Optional.empty(), true)),
            Map.entry("/overview", new Opening("record.overview", Of.CLINIC, Optional.empty(), true)),
            Map.entry("/outcomes", new Opening("record.outcomes", Of.CLINIC, Optional.empty(), true)),
            Map.entry("/live/:visitId", new Opening("record.watch", Of.VISIT, Optional.of("visitId"), true)),
            Map.entry("/api/tests/:id/photo", new Opening("record.photo", Of.TEST, Optional.of(ID), true)));

    private static Opening of(String action, Of of) {
        boolean byLogin = of == Of.SELF || of == Of.CLINIC;
        return new Opening(action, of, byLogin ? Optional.empty() : Optional.of(ID), false);
    }

    /** What the audit log keeps of this route being answered; empty for nothing. */
    static Optional<Opening> of(AccessTable.Rule rule) {
        if (rule.open() || !rule.method().equals("GET")) {
            return Optional.empty();
        }
        if (PART.matcher(rule.path()).matches()) {
            return byFamily(rule.path()).map(Opening::asReading);
        }
        Opening named = NAMED.get(rule.path());
        return named != null ? Optional.of(named) : byFamily(rule.path());
    }

    /** What it keeps of a change that was refused with the record's state in the answer. */
    static Optional<Opening> shown(AccessTable.Rule rule) {
        String path = rule.path();
        if (path.startsWith("/api/tests/:id")) {
            return Optional.of(of("record.read", Of.TEST).asReading());
        }
        if (path.startsWith("/api/recordings/:id")) {
            return Optional.of(of("record.read", Of.RECORDING).asReading());
        }
        return path.startsWith("/api/trials/:id")
                ? Optional.of(of("record.read", Of.TRIAL).asReading())
                : byFamily(path).map(Opening::asReading);
    }

    private Opening asReading() {
        return new Opening("record.read", of, parameter, true);
    }

    private static Optional<Opening> byFamily(String path) {
        if (path.startsWith("/patients/:id")) {
            return Optional.of(of(action(path), Of.PATIENT));
        }
        if (path.startsWith("/visits/:id")) {
            return Optional.of(of(action(path), Of.VISIT));
        }
        if (path.equals("/me") || path.startsWith("/me/")) {
            return Optional.of(of(action(path), Of.SELF));
        }
        if (path.startsWith("/api/patients/:id")) {
            return Optional.of(new Opening("record.read", Of.PATIENT, Optional.of(ID), true));
        }
        if (path.startsWith("/api/visits/:id")) {
            return Optional.of(new Opening("record.read", Of.VISIT, Optional.of(ID), true));
        }
        if (path.startsWith("/api/tests/:id")) {
            return Optional.of(new Opening("record.read", Of.TEST, Optional.of(ID), true));
        }
        return path.startsWith("/api/export/") ? Optional.of(of("export.file", Of.CLINIC)) : Optional.empty();
    }

    private static String action(String path) {
        if (PAPER.matcher(path).matches()) {
            return "record.print";
        }
        return FILE.matcher(path).matches() ? "record.export" : "record.open";
    }
}
