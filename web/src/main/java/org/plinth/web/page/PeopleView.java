package org.plinth.web.page;

import java.util.List;
import java.util.Optional;

/**
 * The clinic's staff.
 *
 * @param people by name
 * @param invited open invitations
 * @param roles that can be given here
 * @param link an invitation's link, shown this once
 * @param secondFactorRequired whether staff must have a second factor
 * @param lockMinutes without a touch until a screen locks
 * @param phone whom the clinic's patients call; empty text where none is known
 * @param form for another invitation, or what went wrong
 * @param alerts emergencies that the owner was told of and has not read
 * @param restricted records that only a team may see
 */
public record PeopleView(
        List<Person> people,
        List<Invited> invited,
        List<Option> roles,
        Optional<Link> link,
        boolean secondFactorRequired,
        int lockMinutes,
        String phone,
        Form form,
        List<AlertRow> alerts,
        List<RecordRow> restricted) {

    /** Copies the lists. */
    public PeopleView {
        people = List.copyOf(people);
        invited = List.copyOf(invited);
        roles = List.copyOf(roles);
        alerts = List.copyOf(alerts);
        restricted = List.copyOf(restricted);
    }

    /**
     * An account.
     *
     * @param id to change it by
     * @param name as people read it
     * @param login what is typed
     * @param role its name
     * @param roleWords as people read it
     * @param state in words
     * @param disabled whether logging in is refused
     * @param factor whether there is a second factor
     * @param self whether it is the reader's own
     */
    public record Person(
            String id,
            String name,
            String login,
            String role,
            String roleWords,
            String state,
            boolean disabled,
            boolean factor,
            boolean self) {}

    /**
     * An open invitation.
     *
     * @param id to end it by
     * @param name for whom
     * @param what for, in words
     * @param until in words
     */
    public record Invited(String id, String name, String what, String until) {}

    /**
     * A link to hand over.
     *
     * @param name for whom
     * @param address the whole of it
     */
    public record Link(String name, String address) {
        @Override
        public String toString() {
            return "Link";
        }
    }

    /**
     * A restricted record, as an owner knows it: by number, not by name.
     *
     * @param name its number, in words
     * @param team in words
     * @param href where another team is named
     */
    public record RecordRow(String name, String team, String href) {}
}
