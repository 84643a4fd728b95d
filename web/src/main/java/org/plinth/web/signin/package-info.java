/**
 * What people do with their own accounts, and an owner with those of her clinic: second factors, passwords, invitations, sessions.
 * Each change and its audit row are one transaction. Start at {@code SignIn}.
 */
package org.plinth.web.signin;
