package org.plinth.web.page;

import java.util.List;
import java.util.Optional;

/**
 * A patient's own access to her page.
 *
 * @param href of this page
 * @param has whether she has an account
 * @param disabled whether logging in is refused
 * @param state in words
 * @param invitation its id, where one is open
 * @param link shown this once
 * @param guardians who reads for her, or did, or is invited to
 * @param form to invite one
 */
public record PatientAccountView(
        String href,
        boolean has,
        boolean disabled,
        String state,
        Optional<String> invitation,
        Optional<String> link,
        List<Reader> guardians,
        Form form) {

    /** Copies the list. */
    public PatientAccountView {
        guardians = List.copyOf(guardians);
    }

    /**
     * Who reads for her.
     *
     * @param words name, relation and last day
     * @param action that ends it; empty where it has ended
     * @param id of the account or the invitation
     */
    public record Reader(String words, Optional<String> action, String id) {}

    /** Never prints the link. */
    @Override
    public String toString() {
        return "PatientAccountView";
    }
}
