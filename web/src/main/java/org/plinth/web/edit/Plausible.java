package org.plinth.web.edit;

import java.time.LocalDate;
import java.util.Optional;
import org.plinth.web.http.BadRequest;

/** Bounds that no person leaves. What lies outside is a slip of the pen, and refused with its field. */
public final class Plausible {

    /** The oldest age that is believed [years]. The oldest person whose age was proved lived 122 years. */
    public static final int MOST_AGE_YEARS = 120;

    /** Least body mass that is believed [kg]. */
    public static final double LEAST_MASS_KG = 20;

    /** Greatest body mass that is believed [kg]. */
    public static final double MOST_MASS_KG = 300;

    private Plausible() {}

    /** A date of birth: not in the future, not more than 120 years ago. */
    public static LocalDate birth(String field, LocalDate birth, LocalDate today) {
        return between(field, birth, today.minusYears(MOST_AGE_YEARS), today);
    }

    /** A date within these, both included. */
    public static LocalDate between(String field, LocalDate date, LocalDate first, LocalDate last) {
        if (date.isBefore(first) || date.isAfter(last)) {
            throw new BadRequest(field, "http.field.dateBetween", first, last);
        }
        return date;
    }

    /** A date within these, where there is one. */
    public static Optional<LocalDate> between(String field, Optional<LocalDate> date, LocalDate first, LocalDate last) {
        return date.map(known -> between(field, known, first, last));
    }
}
