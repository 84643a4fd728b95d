package org.plinth.web.testkit;

import java.util.Optional;
import org.plinth.web.http.PeoplePages;
import org.plinth.web.http.Who;

/** The server's own pages without looks, for tests that are not about looks. */
public final class PlainPages implements PeoplePages {

    @Override
    public String login(Optional<String> login, Optional<String> failure) {
        return page("login " + failure.orElse(""));
    }

    @Override
    public String setup(String token, Optional<String> failure) {
        return page("setup " + failure.orElse(""));
    }

    @Override
    public String failure(Optional<Who> caller, Told failure) {
        return page(failure.status() + " " + failure.message());
    }

    private static String page(String text) {
        return "<!DOCTYPE html><html lang=\"en\"><title>Plinth</title><p>" + text + "</p></html>";
    }
}
