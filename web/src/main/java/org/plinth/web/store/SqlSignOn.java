package org.plinth.web.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Passkey;
import org.plinth.web.clinic.SsoIdentity;

/**
 * Tables {@code sso_identity} and {@code passkey}. A row is removed with the link; the audit chain keeps that it was there,
 * without subject, name and credential.
 */
final class SqlSignOn implements SignOnStore {

    private static final String FIND_IDENTITY = "SELECT * FROM sso_identity WHERE issuer = ? AND subject = ?";
    private static final String IDENTITIES =
            "SELECT * FROM sso_identity WHERE clinic_id = ? AND account_id = ? ORDER BY at, id";
    private static final String UNLINK = "DELETE FROM sso_identity WHERE clinic_id = ? AND account_id = ? AND id = ?";
    private static final String FIND_PASSKEY = "SELECT * FROM passkey WHERE credential_id = ?";
    private static final String PASSKEYS =
            "SELECT * FROM passkey WHERE clinic_id = ? AND account_id = ? ORDER BY at, id";
    private static final String USE =
            "UPDATE passkey SET sign_count = ?, used_at = ? WHERE clinic_id = ? AND id = ? AND sign_count = ?";
    private static final String REMOVE = "DELETE FROM passkey WHERE clinic_id = ? AND account_id = ? AND id = ?";

    private final Transaction tx;

    SqlSignOn(Transaction tx) {
        this.tx = tx;
    }

    @Override
    public void link(SsoIdentity identity) {
        tx.requireClinic(identity.clinic());
        tx.insert(row(identity)
                .set("subject", identity.subject())
                .set("at", identity.linkedAt())
                .set("author", identity.account()));
        tx.note(
                subject(identity.account()),
                Optional.empty(),
                Optional.of(row(identity).audited()));
    }

    @Override
    public Optional<SsoIdentity> findIdentity(String issuer, String subject) {
        return tx.one(FIND_IDENTITY, SqlSignOn::readIdentity, issuer, subject);
    }

    @Override
    public List<SsoIdentity> identities(Id<Clinic> clinic, Id<Account> account) {
        return tx.list(IDENTITIES, SqlSignOn::readIdentity, clinic, account);
    }

    @Override
    public void unlink(Id<Clinic> clinic, Id<Account> account, Id<SsoIdentity> identity) {
        tx.requireClinic(clinic);
        SsoIdentity before = identities(clinic, account).stream()
                .filter(one -> one.id().equals(identity))
                .findFirst()
                .orElseThrow(() -> StoreFailure.notFound("sso_identity:" + identity));
        tx.update(UNLINK, clinic, account, identity);
        tx.note(subject(account), Optional.of(row(before).audited()), Optional.empty());
    }

    @Override
    public void addPasskey(Passkey passkey) {
        tx.requireClinic(passkey.clinic());
        tx.insert(row(passkey)
                .set("name", passkey.name())
                .set("credential_id", passkey.credentialId())
                .set("public_key", passkey.publicKey())
                .set("sign_count", passkey.counter())
                .set("used_at", passkey.usedAt())
                .set("at", passkey.addedAt())
                .set("author", passkey.account()));
        tx.note(
                subject(passkey.account()),
                Optional.empty(),
                Optional.of(row(passkey).audited()));
    }

    @Override
    public Optional<Passkey> findPasskey(String credentialId) {
        return tx.one(FIND_PASSKEY, SqlSignOn::readPasskey, credentialId);
    }

    @Override
    public List<Passkey> passkeys(Id<Clinic> clinic, Id<Account> account) {
        return tx.list(PASSKEYS, SqlSignOn::readPasskey, clinic, account);
    }

    @Override
    public boolean notePasskeyUse(Passkey seen, long counter, Instant at) {
        tx.requireClinic(seen.clinic());
        boolean noted = tx.update(USE, counter, at, seen.clinic(), seen.id(), seen.counter()) == 1;
        if (noted) {
            tx.note(subject(seen.account()), Optional.empty(), Optional.empty());
        }
        return noted;
    }

    @Override
    public void removePasskey(Id<Clinic> clinic, Id<Account> account, Id<Passkey> passkey) {
        tx.requireClinic(clinic);
        Passkey before = passkeys(clinic, account).stream()
                .filter(one -> one.id().equals(passkey))
                .findFirst()
                .orElseThrow(() -> StoreFailure.notFound("passkey:" + passkey));
        tx.update(REMOVE, clinic, account, passkey);
        tx.note(subject(account), Optional.of(row(before).audited()), Optional.empty());
    }

    private static String subject(Id<Account> account) {
        return "account:" + account;
    }

    private static Row row(SsoIdentity identity) {
        return Row.of("sso_identity")
                .set("id", identity.id())
                .set("clinic_id", identity.clinic())
                .set("account_id", identity.account())
                .set("issuer", identity.issuer());
    }

    private static Row row(Passkey passkey) {
        return Row.of("passkey")
                .set("id", passkey.id())
                .set("clinic_id", passkey.clinic())
                .set("account_id", passkey.account())
                .set("aaguid", passkey.aaguid());
    }

    private static SsoIdentity readIdentity(Found row) throws SQLException {
        return new SsoIdentity(
                row.id("id"),
                row.id("clinic_id"),
                row.id("account_id"),
                row.text("issuer"),
                row.text("subject"),
                row.instant("at"));
    }

    private static Passkey readPasskey(Found row) throws SQLException {
        return new Passkey(
                row.id("id"),
                row.id("clinic_id"),
                row.id("account_id"),
                row.text("name"),
                row.text("credential_id"),
                row.text("public_key"),
                row.bigNumber("sign_count"),
                row.text("aaguid"),
                row.instant("at"),
                row.optionalInstant("used_at"));
    }
}
