package org.plinth.web.page;

import java.util.List;

/**
 * Accounts of the clinic.
 *
 * @param people by name
 * @param roles that an account can be given here
 * @param form for another one
 * @param alerts emergencies that the owner was told of and has not read
 * @param restricted records that only a team may see
 */
public record PeopleView(
        List<Person> people, List<Option> roles, Form form, List<AlertRow> alerts, List<RecordRow> restricted) {

    /** Copies the lists. */
    public PeopleView {
        people = List.copyOf(people);
        roles = List.copyOf(roles);
        alerts = List.copyOf(alerts);
        restricted = List.copyOf(restricted);
    }

    /**
     * An account.
     *
     * @param name as people read it
     * @param login what is typed
     * @param role in words
     * @param state in words
     */
    public record Person(String name, String login, String role, String state) {}

    /**
     * A restricted record, as an owner knows it: by number, not by name.
     *
     * @param name its number, in words
     * @param team in words
     * @param href where another team is named
     */
    public record RecordRow(String name, String team, String href) {}
}
