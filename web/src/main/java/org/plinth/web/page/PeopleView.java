package org.plinth.web.page;

import java.util.List;

/**
 * Accounts of the clinic.
 *
 * @param people by name
 * @param roles that an account can be given here
 * @param form for another one
 */
public record PeopleView(List<Person> people, List<Option> roles, Form form) {

    /** Copies the lists. */
    public PeopleView {
        people = List.copyOf(people);
        roles = List.copyOf(roles);
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
}
