package org.plinth.web.sso.passkey;

import java.util.Optional;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;

/**
 * What a device must sign, once.
 *
 * @param text random, base64url
 * @param origin of the page that may ask for it
 * @param relyingParty to which the passkey is bound
 * @param account whose a new passkey will be; empty for a log-in
 */
record Challenge(String text, String origin, String relyingParty, Optional<Id<Account>> account) {}
