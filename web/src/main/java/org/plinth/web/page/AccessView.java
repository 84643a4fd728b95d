package org.plinth.web.page;

import java.util.List;

/**
 * Who may see one patient, and the forms that change it.
 *
 * @param href of the patient
 * @param named whether her name may stand here: an owner knows a record by number
 * @param restricted whether only her team may see her
 * @param version that was seen
 * @param staff who can be of the team
 * @param shares newest first
 * @param team what was typed in the first form
 * @param share what was typed in the second
 */
public record AccessView(
        String href,
        boolean named,
        boolean restricted,
        String version,
        List<Member> staff,
        List<ShareRow> shares,
        Form team,
        Form share) {

    /** Copies the lists. */
    public AccessView {
        staff = List.copyOf(staff);
        shares = List.copyOf(shares);
    }

    /**
     * Somebody of the clinic.
     *
     * @param field name of the box
     * @param name as people read it
     * @param role in words
     * @param in whether she is of the team
     */
    public record Member(String field, String name, String role, boolean in) {}

    /**
     * A share.
     *
     * @param what with whom, until when
     * @param why reason and consent
     * @param endHref where it is ended; empty text for one that is over
     */
    public record ShareRow(String what, String why, String endHref) {}
}
