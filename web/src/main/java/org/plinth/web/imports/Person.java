package org.plinth.web.imports;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Whom a row says it is about. It never decides whose the row is: a person does.
 *
 * @param family last name; empty text where not said
 * @param given first names; empty text where not said
 * @param born date of birth
 * @param identifier number in another system
 */
public record Person(String family, String given, Optional<LocalDate> born, Optional<String> identifier) {

    /** Nobody is named. */
    public static Person unknown() {
        return new Person("", "", Optional.empty(), Optional.empty());
    }

    /** As it is compared: letters' case and blanks make no difference. */
    public String foldedName() {
        return Cell.fold(given + " " + family);
    }

    /** Whether name and date of birth are there. */
    public boolean isWhole() {
        return !family.isEmpty() && !given.isEmpty() && born.isPresent();
    }
}
