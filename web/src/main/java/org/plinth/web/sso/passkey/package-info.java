/** Passkeys: registering one, and logging in with it. Start at {@code PasskeyRoutes}. */
package org.plinth.web.sso.passkey;
