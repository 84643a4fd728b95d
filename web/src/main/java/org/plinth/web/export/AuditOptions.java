package org.plinth.web.export;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import org.plinth.web.outcome.OutcomeQuestion;

/**
 * What may be said about an audit export.
 *
 * @param form for whom
 * @param from first day on which episodes were closed; empty for the beginning
 * @param to last day of that; empty for the day of the request
 * @param position only this one; empty for all
 * @param site only this one; empty for all
 * @param k how many people each row of the shared form must look like
 * @param practitioner whether the key of who tested goes along
 */
record AuditOptions(
        AuditForm form,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<String> position,
        Optional<String> site,
        int k,
        boolean practitioner) {

    static final Set<String> NAMES = Set.of("form", "from", "to", "position", "site", "k", "practitioner");

    private static final int USUAL_K = 5;
    private static final int LEAST_K = 2;
    private static final int MOST_K = 100;
    private static final String POSITION = "[a-z0-9-]{1,60}";

    /** Says which option is wrong; nothing is assumed in its place. */
    static AuditOptions of(ExportRequest request) {
        Optional<LocalDate> from = date(request, "from");
        Optional<LocalDate> to = date(request, "to");
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw new ExportOptionWrong("to");
        }
        if (request.option("position").filter(id -> !id.matches(POSITION)).isPresent()) {
            throw new ExportOptionWrong("position");
        }
        AuditForm form =
                oneOf(request, "form", "internal", "shared").orElse("shared").equals("internal")
                        ? AuditForm.INTERNAL
                        : AuditForm.SHARED;
        boolean practitioner =
                oneOf(request, "practitioner", "yes", "no").orElse("no").equals("yes");
        if (practitioner && form == AuditForm.SHARED) {
            throw new ExportOptionWrong("practitioner");
        }
        return new AuditOptions(
                form, from, to, request.option("position"), request.option("site"), k(request), practitioner);
    }

    private static Optional<String> oneOf(ExportRequest request, String name, String... words) {
        Optional<String> given = request.option(name);
        if (given.isPresent() && !Set.of(words).contains(given.get())) {
            throw new ExportOptionWrong(name);
        }
        return given;
    }

    private static Optional<LocalDate> date(ExportRequest request, String name) {
        try {
            return request.option(name).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw new ExportOptionWrong(name);
        }
    }

    private static int k(ExportRequest request) {
        String given = request.option("k").orElse(Integer.toString(USUAL_K));
        int k = given.matches("\\d{1,3}") ? Integer.parseInt(given) : 0;
        if (k < LEAST_K || k > MOST_K) {
            throw new ExportOptionWrong("k");
        }
        return k;
    }

    /** The question that they put. */
    OutcomeQuestion question(ExportRequest request) {
        ZoneId zone = request.clinic().zone();
        return new OutcomeQuestion(
                request.clinic(),
                from.orElse(OutcomeQuestion.EVER),
                to.orElse(LocalDate.ofInstant(request.at(), zone)),
                position,
                request.purpose(),
                request.hidden());
    }
}
