package org.plinth.web.http;

import java.util.Optional;

/**
 * The pages that the server itself has to show: the login form, the set-up form and failures. Called on a worker
 * thread; must not throw.
 */
public interface PeoplePages {

    /**
     * The login form.
     *
     * @param login what was typed before
     * @param failure why it was refused, in words
     */
    String login(Optional<String> login, Optional<String> failure);

    /**
     * The form that creates a clinic and its first administrator. It posts {@code token}, {@code clinic}, {@code zone}, {@code name},
     * {@code login} and {@code password}.
     *
     * @param token from the one-time link
     * @param failure why it was refused, in words
     */
    String setup(String token, Optional<String> failure);

    /**
     * A failure.
     *
     * @param caller who asked, where somebody is logged in
     * @param failure what it was
     */
    String failure(Optional<Who> caller, Told failure);

    /**
     * A failure as people read it.
     *
     * @param status of HTTP
     * @param message what happened and what to do
     * @param requestId for asking the administrator
     */
    record Told(int status, String message, String requestId) {}
}
