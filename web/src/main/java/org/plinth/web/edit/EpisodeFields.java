package org.plinth.web.edit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plinth.core.visit.Involvement;
import org.plinth.web.clinic.Episode;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;

/** An episode as it is written: all of it, so that an empty field is nothing known. */
public final class EpisodeFields {

    /** In words. */
    public static final String PROBLEM = "problem";

    /** Which leg. */
    public static final String INJURED = "injured";

    /** First day. */
    public static final String OPENED = "openedOn";

    /** When loading began. */
    public static final String TREATED = "treatmentStartedOn";

    /** Last day. */
    public static final String CLOSED = "closedOn";

    /** Why it was closed. */
    public static final String CLOSE_REASON = "closeReason";

    /** Why it is changed. */
    public static final String REASON = "reason";

    /** What stands in the form, in its order, without the reason. */
    public static final List<String> NAMES = List.of(PROBLEM, INJURED, OPENED, TREATED);

    private static final int MOST_PROBLEM = 200;
    private static final int MOST_CLOSE_REASON = 500;

    private EpisodeFields() {}

    /**
     * The episode with what was written; whether it is closed stays as it is.
     *
     * @param birth of the patient: nothing lies before it
     * @param today in the zone of the clinic
     * @throws BadRequest naming the field that cannot be so
     */
    public static Episode read(Fields fields, Episode before, LocalDate birth, LocalDate today) {
        LocalDate last = before.closedOn().orElse(today);
        return new Episode(
                before.id(),
                before.clinic(),
                before.patient(),
                before.version(),
                fields.text(PROBLEM, MOST_PROBLEM),
                fields.oneOf(INJURED, Involvement.class),
                Plausible.between(OPENED, fields.date(OPENED), birth, last),
                Plausible.between(TREATED, fields.optionalDate(TREATED), birth, last),
                before.closedOn(),
                before.closeReason());
    }

    /**
     * The same episode, closed.
     *
     * @throws BadRequest naming the field that cannot be so
     */
    public static Episode readClosed(Fields fields, Episode before, LocalDate today) {
        LocalDate last = fields.optionalDate(CLOSED).orElse(today);
        return ended(
                before,
                Optional.of(Plausible.between(CLOSED, last, before.openedOn(), today)),
                Optional.of(fields.text(CLOSE_REASON, MOST_CLOSE_REASON)));
    }

    /** The same episode, open again. */
    public static Episode reopened(Episode before) {
        return ended(before, Optional.empty(), Optional.empty());
    }

    private static Episode ended(Episode before, Optional<LocalDate> on, Optional<String> why) {
        return new Episode(
                before.id(),
                before.clinic(),
                before.patient(),
                before.version(),
                before.problem(),
                before.involvement(),
                before.openedOn(),
                before.treatmentStartedOn(),
                on,
                why);
    }

    /** As it stands, for a form. */
    public static Map<String, String> of(Episode episode) {
        Map<String, String> values = new TreeMap<>();
        values.put(PROBLEM, episode.problem());
        values.put(INJURED, episode.involvement().name());
        values.put(OPENED, episode.openedOn().toString());
        values.put(
                TREATED, episode.treatmentStartedOn().map(LocalDate::toString).orElse(""));
        return values;
    }
}
