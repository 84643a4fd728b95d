package org.plinth.web.page;

import java.util.List;

/**
 * Patients of the clinic.
 *
 * @param query what was searched for
 * @param found how many there are, in words
 * @param people by family name
 */
public record PatientsView(String query, String found, List<PersonRow> people) {
    /** Copies the list. */
    public PatientsView {
        people = List.copyOf(people);
    }
}
