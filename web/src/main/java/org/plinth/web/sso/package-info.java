/**
 * Ways to log in other than a password: single sign-on by OpenID Connect, passkeys, and the page on which a person keeps
 * hers. Start at {@code oidc.SsoRoutes} and {@code passkey.PasskeyRoutes}.
 */
package org.plinth.web.sso;
