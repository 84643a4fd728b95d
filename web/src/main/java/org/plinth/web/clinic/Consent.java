package org.plinth.web.clinic;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a patient, or who speaks for her, said about one use of her data or picture. Rows are added, never changed.
 *
 * @param id opaque
 * @param clinic where
 * @param patient whose
 * @param number from 1; of several of a kind the greatest stands
 * @param kind to what
 * @param given whether given, or refused or withdrawn
 * @param on which day it was said
 * @param by who said it
 * @param guardian name of who spoke for her
 * @param textVersion version of the text that she was shown
 * @param takenBy who wrote it down
 */
public record Consent(
        Id<Consent> id,
        Id<Clinic> clinic,
        Id<Patient> patient,
        int number,
        Kind kind,
        boolean given,
        LocalDate on,
        By by,
        Optional<String> guardian,
        String textVersion,
        Id<Account> takenBy) {

    /** Those that are asked apart (decision S11); a minor is asked for her assent too. */
    public enum Kind {
        /** To be tested. */
        TESTING,
        /** To photographs. */
        PHOTO,
        /** To the use of her results, without her name, to look at the clinic's own work. */
        AUDIT,
        /** To the use of her results, without her name, in research. */
        RESEARCH,
        /** A minor's own yes to being tested, beside her guardian's consent. */
        ASSENT
    }

    /** Who spoke. */
    public enum By {
        /** The patient. */
        HERSELF,
        /** Who has the right to speak for her. */
        GUARDIAN
    }
}
