package org.plinth.web.clinic;

import java.time.Instant;
import java.util.Optional;

/**
 * A key pair of which this is the public half; the private one never leaves the device that made it.
 *
 * @param id of the record
 * @param clinic of the account
 * @param account whose
 * @param name that she gave it
 * @param credentialId by which the device knows it, base64url
 * @param publicKey COSE key, base64url
 * @param counter of its signatures, as the device last said; 0 for devices that do not count
 * @param aaguid model of the device, as a UUID; zeros where it does not say
 * @param addedAt when
 * @param usedAt last log-in
 * @see <a href="https://www.w3.org/TR/webauthn-2/">Web Authentication, level 2</a>
 */
public record Passkey(
        Id<Passkey> id,
        Id<Clinic> clinic,
        Id<Account> account,
        String name,
        String credentialId,
        String publicKey,
        long counter,
        String aaguid,
        Instant addedAt,
        Optional<Instant> usedAt) {}
