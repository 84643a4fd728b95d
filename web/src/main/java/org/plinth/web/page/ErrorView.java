package org.plinth.web.page;

/**
 * What went wrong, for people: what happened, what is safe, what to do.
 *
 * @param title short
 * @param happened in one sentence
 * @param safe what was and was not kept
 * @param todo what helps
 * @param href where to go on
 * @param link its label
 * @param reference what to quote when asking for help
 */
public record ErrorView(
        String title, String happened, String safe, String todo, String href, String link, String reference) {}
