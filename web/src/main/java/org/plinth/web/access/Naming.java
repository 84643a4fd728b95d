package org.plinth.web.access;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plinth.web.clinic.Subject;

/**
 * What each part of a path names: the one list, by the beginning of the path and the name of the part. A path with a part
 * that no line knows cannot be served.
 */
public final class Naming {

    private static final Pattern PART = Pattern.compile(":([A-Za-z]+)");

    /** The first line that fits counts. */
    private static final List<Line> LINES = List.of(
            new Line("/patients/", "id", Subject.PATIENT),
            new Line("/patients/", "share", Subject.SHARE),
            new Line("/api/patients/", "id", Subject.PATIENT),
            new Line("/episodes/", "id", Subject.EPISODE),
            new Line("/api/episodes/", "id", Subject.EPISODE),
            new Line("/visits/", "id", Subject.VISIT),
            new Line("/api/visits/", "id", Subject.VISIT),
            new Line("/live/", "visitId", Subject.VISIT),
            new Line("/visits/", "trial", Subject.TRIAL),
            new Line("/visits/", "recording", Subject.RECORDING),
            new Line("/api/trials/", "id", Subject.TRIAL),
            new Line("/api/tests/", "id", Subject.TEST),
            new Line("/api/recordings/", "id", Subject.RECORDING),
            new Line("/sensors/", "id", Subject.SENSOR),
            new Line("/bench/", "sensorId", Subject.SENSOR),
            new Line("/sensors/", "run", Subject.RUN),
            new Line("/sensors/", "calibration", Subject.CALIBRATION),
            new Line("/positions/own/", "id", Subject.OWN_POSITION),
            new Line("/api/positions/", "id", Subject.OWN_POSITION),
            new Line("/alerts/", "alert", Subject.ALERT),
            new Line("/people/", "id", Subject.ACCOUNT),
            new Line("/invitations/", "id", Subject.INVITATION),
            new Line("/tokens/", "id", Subject.TOKEN),
            new Line("/account/sign-in/sso/", "id", Subject.SSO_IDENTITY),
            new Line("/account/sign-in/passkeys/", "id", Subject.PASSKEY),
            new Line("/erasures/", "id", Subject.PATIENT),
            new Line("/api/runs/", "id", Subject.RUN),
            new Line("/imports/", "id", Subject.IMPORT),
            new Line("/imports/", "number", Subject.WORD),
            // the same wherever they stand
            new Line("/", "test", Subject.TEST),
            new Line("/", "episode", Subject.EPISODE),
            new Line("/", "entry", Subject.ENTRY),
            new Line("/", "account", Subject.ACCOUNT),
            // words, which name nothing of anybody
            new Line("/positions/", "id", Subject.WORD),
            new Line("/positions/", "drawing", Subject.WORD),
            // ids of FHIR name resources, not rows: whose they are is asked in the module, for each resource
            new Line("/fhir/", "id", Subject.WORD),
            new Line("/fhir/", "type", Subject.WORD),
            new Line("/", "position", Subject.WORD),
            new Line("/", "kind", Subject.WORD),
            new Line("/", "formula", Subject.WORD),
            new Line("/", "version", Subject.WORD),
            // there for whoever began it alone, which its page sees to
            new Line("/exports/jobs/", "job", Subject.WORD),
            new Line("/assets/", "hash", Subject.WORD));

    private record Line(String prefix, String part, Subject subject) {}

    /** A part of a path and what it names. */
    public record Named(String part, Subject subject) {}

    private Naming() {}

    /**
     * The parts of a path, in order.
     *
     * @throws IllegalStateException if one is not in the list
     */
    public static List<Named> of(String path) {
        List<Named> named = new ArrayList<>();
        Matcher parts = PART.matcher(path);
        while (parts.find()) {
            named.add(new Named(parts.group(1), subject(path, parts.group(1))));
        }
        return List.copyOf(named);
    }

    private static Subject subject(String path, String part) {
        return LINES.stream()
                .filter(line -> path.startsWith(line.prefix()) && line.part().equals(part))
                .map(Line::subject)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "what :" + part + " of " + path + " names is not in the list of " + Naming.class.getName()));
    }
}
