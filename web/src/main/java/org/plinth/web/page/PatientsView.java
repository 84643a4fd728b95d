package org.plinth.web.page;

import java.util.List;

/**
 * Patients of the clinic.
 *
 * @param query what was searched for
 * @param found how many there are, in words
 * @param people by family name
 * @param shared by other clinics
 * @param emergencies whether she may open a restricted patient in an emergency
 */
public record PatientsView(
        String query, String found, List<PersonRow> people, List<Shared> shared, boolean emergencies) {
    /** Copies the lists. */
    public PatientsView {
        people = List.copyOf(people);
        shared = List.copyOf(shared);
    }

    /**
     * A patient of another clinic.
     *
     * @param name first and last
     * @param birthDate in words
     * @param by which clinic, and until when
     * @param href her page
     */
    public record Shared(String name, String birthDate, String by, String href) {}
}
