package org.plinth.web.page;

/**
 * An invitation, as who was invited sees it.
 *
 * @param clinic that invites
 * @param hasAccount whether it is for another password alone
 * @param login hers, where she has one
 * @param form login, name and password
 */
public record InvitationView(String clinic, boolean hasAccount, String login, Form form) {}
