/** Single sign-on by OpenID Connect: the authorisation code flow with PKCE. Start at {@code SsoRoutes}. */
package org.plinth.web.sso.oidc;
