package org.plinth.web.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Guardian;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Invitation;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.SignInRules;

/**
 * Tables {@code sign_in_rules}, {@code second_factor}, {@code recovery_code} and {@code invitation}. The audit chain keeps that
 * something was given, used or taken away; no secret, no hash of one and no name.
 */
final class SqlSignIn implements SignInStore {

    private static final String RULES = "SELECT * FROM sign_in_rules WHERE clinic_id = ?";
    private static final String CHANGE_RULES =
            "UPDATE sign_in_rules SET second_factor_required = ?, lock_after_min = ? WHERE clinic_id = ?";
    private static final String FACTOR = "SELECT * FROM second_factor WHERE clinic_id = ? AND account_id = ?";
    private static final String WITH_FACTOR =
            "SELECT account_id FROM second_factor WHERE clinic_id = ? AND confirmed = TRUE";
    private static final String FORGET_FACTOR = "DELETE FROM second_factor WHERE clinic_id = ? AND account_id = ?";
    private static final String FORGET_CODES = "DELETE FROM recovery_code WHERE clinic_id = ? AND account_id = ?";
    private static final String USE_STEP =
            """
            UPDATE second_factor SET used_step = ?, confirmed = TRUE
            WHERE clinic_id = ? AND account_id = ? AND used_step < ?""";
    private static final String TAKE_CODE =
            "DELETE FROM recovery_code WHERE clinic_id = ? AND account_id = ? AND code_hash = ?";
    private static final String CODES =
            "SELECT COUNT(*) AS n FROM recovery_code WHERE clinic_id = ? AND account_id = ?";
    private static final String BY_TOKEN = "SELECT * FROM invitation WHERE token_hash = ? AND state = 'OPEN'";
    private static final String OPEN =
            "SELECT * FROM invitation WHERE clinic_id = ? AND state = 'OPEN' ORDER BY at DESC, id";
    private static final String TAKE =
            "UPDATE invitation SET state = 'TAKEN' WHERE clinic_id = ? AND id = ? AND state = 'OPEN' AND expires_at > ?";
    private static final String REVOKE =
            "UPDATE invitation SET state = 'REVOKED' WHERE clinic_id = ? AND id = ? AND state = 'OPEN'";
    private static final String REVOKE_FOR =
            "UPDATE invitation SET state = 'REVOKED' WHERE clinic_id = ? AND account_id = ? AND state = 'OPEN'";
    private static final long NO_STEP = -1;

    private final Transaction tx;

    SqlSignIn(Transaction tx) {
        this.tx = tx;
    }

    @Override
    public SignInRules rules(Id<Clinic> clinic) {
        return tx.one(RULES, SqlSignIn::readRules, clinic).orElseGet(() -> SignInRules.usual(clinic));
    }

    @Override
    public void setRules(SignInRules rules) {
        tx.requireClinic(rules.clinic());
        SignInRules before = rules(rules.clinic());
        int minutes = (int) rules.lockAfter().toMinutes();
        if (tx.update(CHANGE_RULES, rules.secondFactorRequired(), minutes, rules.clinic()) == 0) {
            tx.insert(row(rules));
        }
        tx.note(
                "clinic:" + rules.clinic(),
                Optional.of(row(before).audited()),
                Optional.of(row(rules).audited()));
    }

    @Override
    public Optional<Factor> factor(Id<Clinic> clinic, Id<Account> account) {
        return tx.one(FACTOR, SqlSignIn::readFactor, clinic, account);
    }

    @Override
    public List<Id<Account>> withFactor(Id<Clinic> clinic) {
        return tx.list(WITH_FACTOR, row -> row.id("account_id"), clinic);
    }

    @Override
    public void offerFactor(Id<Clinic> clinic, Id<Account> account, String sealedSecret) {
        tx.requireClinic(clinic);
        Optional<Factor> before = factor(clinic, account);
        if (before.filter(Factor::confirmed).isPresent()) {
            throw StoreFailure.wrongState(subject(account), before.get());
        }
        tx.update(FORGET_FACTOR, clinic, account);
        tx.insert(Row.of("second_factor")
                .set("account_id", account)
                .set("clinic_id", clinic)
                .set("sealed_secret", sealedSecret)
                .set("confirmed", false)
                .set("used_step", NO_STEP)
                .set("since", tx.act().at()));
        note(account, before.isPresent() ? Optional.of(false) : Optional.empty(), Optional.of(false));
    }

    @Override
    public boolean useStep(Id<Clinic> clinic, Id<Account> account, long step) {
        tx.requireClinic(clinic);
        Optional<Boolean> before = factor(clinic, account).map(Factor::confirmed);
        boolean used = tx.update(USE_STEP, step, clinic, account, step) == 1;
        if (used) {
            note(account, before, Optional.of(true));
        }
        return used;
    }

    @Override
    public void removeFactor(Id<Clinic> clinic, Id<Account> account) {
        tx.requireClinic(clinic);
        Optional<Boolean> before = factor(clinic, account).map(Factor::confirmed);
        tx.update(FORGET_CODES, clinic, account);
        tx.update(FORGET_FACTOR, clinic, account);
        note(account, before, Optional.empty());
    }

    @Override
    public void setRecoveryCodes(Id<Clinic> clinic, Id<Account> account, List<String> hashes) {
        tx.requireClinic(clinic);
        tx.update(FORGET_CODES, clinic, account);
        tx.insertAll(hashes.stream()
                .map(hash -> Row.of("recovery_code")
                        .set("account_id", account)
                        .set("clinic_id", clinic)
                        .set("code_hash", hash))
                .toList());
        tx.note(subject(account), Optional.empty(), Optional.empty());
    }

    @Override
    public boolean takeRecoveryCode(Id<Clinic> clinic, Id<Account> account, String hash) {
        tx.requireClinic(clinic);
        boolean taken = tx.update(TAKE_CODE, clinic, account, hash) == 1;
        if (taken) {
            tx.note(subject(account), Optional.empty(), Optional.empty());
        }
        return taken;
    }

    @Override
    public int recoveryCodes(Id<Clinic> clinic, Id<Account> account) {
        return tx.one(CODES, row -> row.number("n"), clinic, account).orElse(0);
    }

    @Override
    public void invite(Invitation invitation, String tokenHash) {
        tx.requireClinic(invitation.clinic());
        Row row = row(invitation);
        tx.note(invited(invitation.id()), Optional.empty(), Optional.of(row.audited()));
        tx.insert(row.set("token_hash", tokenHash)
                .set("guardian_relation", invitation.guardian().map(Guardian::relation))
                .set("name", invitation.name())
                .set("state", "OPEN")
                .set("at", invitation.at())
                .set("author", invitation.author()));
    }

    @Override
    public Optional<Invitation> findInvitation(String tokenHash) {
        return tx.one(BY_TOKEN, SqlSignIn::readInvitation, tokenHash);
    }

    @Override
    public List<Invitation> openInvitations(Id<Clinic> clinic) {
        return tx.list(OPEN, SqlSignIn::readInvitation, clinic);
    }

    @Override
    public boolean takeInvitation(Invitation invitation, Instant now) {
        tx.requireClinic(invitation.clinic());
        boolean taken = tx.update(TAKE, invitation.clinic(), invitation.id(), now) == 1;
        if (taken) {
            tx.note(invited(invitation.id()), Optional.empty(), Optional.empty());
        }
        return taken;
    }

    @Override
    public void revokeInvitation(Id<Clinic> clinic, Id<Invitation> invitation) {
        tx.requireClinic(clinic);
        if (tx.update(REVOKE, clinic, invitation) == 0) {
            throw StoreFailure.notFound(invited(invitation));
        }
        tx.note(invited(invitation), Optional.empty(), Optional.empty());
    }

    @Override
    public void revokeInvitationsFor(Id<Clinic> clinic, Id<Account> account) {
        tx.requireClinic(clinic);
        tx.update(REVOKE_FOR, clinic, account);
    }

    private void note(Id<Account> account, Optional<Boolean> before, Optional<Boolean> after) {
        tx.note(subject(account), before.map(SqlSignIn::factorContent), after.map(SqlSignIn::factorContent));
    }

    private static String factorContent(boolean confirmed) {
        return Row.of("second_factor").set("second_factor_confirmed", confirmed).audited();
    }

    private static String subject(Id<Account> account) {
        return "account:" + account;
    }

    private static String invited(Id<Invitation> invitation) {
        return "invitation:" + invitation;
    }

    private static Row row(SignInRules rules) {
        return Row.of("sign_in_rules")
                .set("clinic_id", rules.clinic())
                .set("second_factor_required", rules.secondFactorRequired())
                .set("lock_after_min", (int) rules.lockAfter().toMinutes());
    }

    private static Row row(Invitation invitation) {
        Row row = Row.of("invitation")
                .set("id", invitation.id())
                .set("clinic_id", invitation.clinic())
                .set("role", invitation.role())
                .set("patient_id", invitation.patient())
                .set("account_id", invitation.account())
                .set("expires_at", invitation.expiresAt());
        return invitation
                .guardian()
                .map(known -> row.set("guardian_until", known.until()))
                .orElse(row);
    }

    private static SignInRules readRules(Found row) throws SQLException {
        return new SignInRules(
                row.id("clinic_id"),
                row.is("second_factor_required"),
                Duration.ofMinutes(row.number("lock_after_min")));
    }

    private static Factor readFactor(Found row) throws SQLException {
        return new Factor(
                row.id("account_id"),
                row.text("sealed_secret"),
                row.is("confirmed"),
                row.bigNumber("used_step"),
                row.instant("since"));
    }

    private static Invitation readInvitation(Found row) throws SQLException {
        return new Invitation(
                row.id("id"),
                row.id("clinic_id"),
                row.constant("role", Role.class),
                row.optionalId("patient_id"),
                row.optionalId("account_id"),
                row.text("name"),
                row.instant("at"),
                row.id("author"),
                row.instant("expires_at"),
                SqlAccounts.guardian(row));
    }
}
