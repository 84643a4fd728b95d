package org.plinth.web.sample;

import org.plinth.web.clinic.Role;

/**
 * How to log in to the sample clinic. The passwords are no secrets: everything behind them is made up.
 *
 * @param role what the person may do
 * @param login to type
 * @param password to type
 */
public record SampleLogin(Role role, String login, String password) {}
