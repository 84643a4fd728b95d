package org.plinth.web.page;

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
 */
public record PatientAccountView(
        String href, boolean has, boolean disabled, String state, Optional<String> invitation, Optional<String> link) {

    /** Never prints the link. */
    @Override
    public String toString() {
        return "PatientAccountView";
    }
}
