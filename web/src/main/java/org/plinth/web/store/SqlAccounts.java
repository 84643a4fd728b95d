package org.plinth.web.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Guardian;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.LoginSession;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.SessionState;
import org.plinth.web.clinic.SignInRules;
import org.plinth.web.hash.Sha256;

/**
 * Tables {@code account}, {@code login_session} and {@code setup_token}. Accounts are changed in place; the audit chain
 * keeps role, patient and whether disabled, and neither login nor name until a name changes: then the row has the old and
 * the new one, so that it can be told later who somebody was called then. Of a patient's it has hashes whose salt nobody
 * keeps: that it changed, and no more.
 */
final class SqlAccounts implements AccountStore {

    private static final String FIND = "SELECT * FROM account WHERE clinic_id = ? AND id = ?";
    private static final String FIND_BY_LOGIN = "SELECT * FROM account WHERE login = ?";
    private static final String FIND_OF_PATIENT =
            """
            SELECT * FROM account WHERE clinic_id = ? AND patient_id = ? AND guardian_until IS NULL
            ORDER BY id FETCH FIRST 1 ROWS ONLY""";
    private static final String GUARDIANS =
            """
            SELECT * FROM account WHERE clinic_id = ? AND patient_id = ? AND guardian_until IS NOT NULL
            ORDER BY guardian_until, id""";
    private static final String ALL = "SELECT * FROM account WHERE clinic_id = ? ORDER BY display_name, id";
    private static final String ANYBODY = "SELECT id FROM account FETCH FIRST 1 ROWS ONLY";
    private static final String CHANGE =
            """
            UPDATE account SET login = ?, display_name = ?, role = ?, patient_id = ?, disabled = ?
            WHERE clinic_id = ? AND id = ?""";
    private static final String PASSWORD = "UPDATE account SET password_hash = ? WHERE clinic_id = ? AND id = ?";
    private static final String END_ALL = "DELETE FROM login_session WHERE account_id = ?";
    private static final String FIND_SESSION =
            """
            SELECT a.*, s.id AS session_id, s.token_hash, s.state AS session_state, s.opened_at, s.seen_at,
            s.expires_at, s.from_where, s.browser, s.clinic_id AS session_clinic, s.account_id, r.lock_after_min
            FROM login_session s JOIN account a ON a.id = s.account_id
            LEFT JOIN sign_in_rules r ON r.clinic_id = s.clinic_id WHERE s.token_hash = ?""";
    private static final String SESSIONS =
            """
            SELECT s.id AS session_id, s.token_hash, s.state AS session_state, s.opened_at, s.seen_at, s.expires_at,
            s.from_where, s.browser, s.clinic_id AS session_clinic, s.account_id
            FROM login_session s WHERE s.clinic_id = ? AND s.account_id = ? ORDER BY s.opened_at DESC, s.id""";
    private static final String RENEW =
            "UPDATE login_session SET token_hash = ?, state = ?, seen_at = ?, expires_at = ? WHERE id = ?";
    private static final String END_ONE = "DELETE FROM login_session WHERE clinic_id = ? AND account_id = ? AND id = ?";
    private static final String END_OTHERS =
            "DELETE FROM login_session WHERE clinic_id = ? AND account_id = ? AND id <> ?";
    private static final String TOUCH = "UPDATE login_session SET seen_at = ? WHERE token_hash = ?";
    private static final String END = "DELETE FROM login_session WHERE token_hash = ?";
    private static final String FORGET = "DELETE FROM login_session WHERE expires_at < ? OR seen_at < ?";
    private static final String VOID_SETUP = "DELETE FROM setup_token";
    private static final String TAKE_SETUP = "DELETE FROM setup_token WHERE token_hash = ? AND expires_at > ?";

    private final Transaction tx;

    SqlAccounts(Transaction tx) {
        this.tx = tx;
    }

    @Override
    public void add(Account account, String passwordHash) {
        tx.requireClinic(account.clinic());
        tx.insert(row(account)
                .set("login", folded(account.login()))
                .set("display_name", account.displayName())
                .set("guardian_relation", account.guardian().map(Guardian::relation))
                .set("password_hash", passwordHash));
        tx.note(
                subject(account.id()),
                Optional.empty(),
                Optional.of(row(account).audited()));
    }

    @Override
    public void change(Account account) {
        tx.requireClinic(account.clinic());
        Account before = known(account.clinic(), account.id());
        tx.update(
                CHANGE,
                folded(account.login()),
                account.displayName(),
                account.role(),
                account.patient(),
                account.disabled(),
                account.clinic(),
                account.id());
        if (account.disabled()) {
            tx.update(END_ALL, account.id());
        }
        boolean renamed = !before.displayName().equals(account.displayName());
        String salt = tx.keys().newSalt();
        tx.note(
                subject(account.id()),
                Optional.of((renamed ? named(before, salt) : row(before)).audited()),
                Optional.of((renamed ? named(account, salt) : row(account)).audited()));
    }

    @Override
    public void setPassword(Id<Clinic> clinic, Id<Account> account, String passwordHash) {
        tx.requireClinic(clinic);
        String content = row(known(clinic, account)).audited();
        tx.update(PASSWORD, passwordHash, clinic, account);
        tx.update(END_ALL, account);
        tx.note(subject(account), Optional.of(content), Optional.of(content));
    }

    private Account known(Id<Clinic> clinic, Id<Account> account) {
        return find(clinic, account).orElseThrow(() -> StoreFailure.notFound(subject(account)));
    }

    @Override
    public Optional<Account> find(Id<Clinic> clinic, Id<Account> account) {
        return tx.one(FIND, SqlAccounts::read, clinic, account);
    }

    @Override
    public Optional<Credentials> credentials(Id<Clinic> clinic, Id<Account> account) {
        return tx.one(FIND, row -> new Credentials(read(row), row.text("password_hash")), clinic, account);
    }

    @Override
    public Optional<Credentials> findByLogin(String login) {
        return tx.one(FIND_BY_LOGIN, row -> new Credentials(read(row), row.text("password_hash")), folded(login));
    }

    @Override
    public Optional<Account> findOfPatient(Id<Clinic> clinic, Id<Patient> patient) {
        return tx.one(FIND_OF_PATIENT, SqlAccounts::read, clinic, patient);
    }

    @Override
    public List<Account> guardiansOf(Id<Clinic> clinic, Id<Patient> patient) {
        return tx.list(GUARDIANS, SqlAccounts::read, clinic, patient);
    }

    @Override
    public List<Account> all(Id<Clinic> clinic) {
        return tx.list(ALL, SqlAccounts::read, clinic);
    }

    @Override
    public boolean anybody() {
        return tx.one(ANYBODY, row -> row.<Account>id("id")).isPresent();
    }

    @Override
    public void openSession(LoginSession session) {
        tx.requireClinic(session.clinic());
        tx.insert(Row.of("login_session")
                .set("id", session.id())
                .set("token_hash", session.tokenHash())
                .set("clinic_id", session.clinic())
                .set("account_id", session.account())
                .set("state", session.state())
                .set("opened_at", session.openedAt())
                .set("seen_at", session.seenAt())
                .set("expires_at", session.expiresAt())
                .set("from_where", session.from())
                .set("browser", session.browser()));
        tx.note(subject(session.account()), Optional.empty(), Optional.empty());
    }

    @Override
    public List<LoginSession> sessions(Id<Clinic> clinic, Id<Account> account) {
        return tx.list(SESSIONS, SqlAccounts::readLogin, clinic, account);
    }

    @Override
    public boolean renewSession(LoginSession renewed) {
        tx.requireClinic(renewed.clinic());
        boolean done = tx.update(
                        RENEW,
                        renewed.tokenHash(),
                        renewed.state(),
                        renewed.seenAt(),
                        renewed.expiresAt(),
                        renewed.id())
                == 1;
        tx.note(subject(renewed.account()), Optional.empty(), Optional.empty());
        return done;
    }

    @Override
    public void endSession(Id<Clinic> clinic, Id<Account> account, Id<LoginSession> session) {
        tx.requireClinic(clinic);
        tx.update(END_ONE, clinic, account, session);
        tx.note(subject(account), Optional.empty(), Optional.empty());
    }

    @Override
    public void endOtherSessions(Id<Clinic> clinic, Id<Account> account, Id<LoginSession> kept) {
        tx.requireClinic(clinic);
        tx.update(END_OTHERS, clinic, account, kept);
        tx.note(subject(account), Optional.empty(), Optional.empty());
    }

    @Override
    public void endSessions(Id<Clinic> clinic, Id<Account> account) {
        tx.requireClinic(clinic);
        known(clinic, account);
        tx.update(END_ALL, account);
        tx.note(subject(account), Optional.empty(), Optional.empty());
    }

    @Override
    public Optional<SessionOf> findSession(String tokenHash) {
        return tx.one(FIND_SESSION, SqlAccounts::readSession, tokenHash);
    }

    @Override
    public void touchSession(String tokenHash, Instant seenAt) {
        tx.update(TOUCH, seenAt, tokenHash);
    }

    @Override
    public void endSession(String tokenHash) {
        findSession(tokenHash).ifPresent(session -> {
            tx.update(END, tokenHash);
            tx.note(subject(session.account().id()), Optional.empty(), Optional.empty());
        });
    }

    @Override
    public void forgetSessions(Instant expiredBefore, Instant unseenSince) {
        tx.update(FORGET, expiredBefore, unseenSince);
    }

    @Override
    public void offerSetup(String tokenHash, Instant expiresAt) {
        tx.update(VOID_SETUP);
        tx.insert(Row.of("setup_token").set("token_hash", tokenHash).set("expires_at", expiresAt));
        tx.note("setup:token", Optional.empty(), Optional.empty());
    }

    @Override
    public boolean takeSetup(String tokenHash, Instant now) {
        boolean taken = tx.update(TAKE_SETUP, tokenHash, now) == 1;
        if (taken) {
            tx.note("setup:token", Optional.empty(), Optional.empty());
        }
        return taken;
    }

    private static String subject(Id<Account> account) {
        return "account:" + account;
    }

    private static String folded(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    private static Row named(Account account, String salt) {
        String name = account.displayName();
        return account.patient().isEmpty()
                ? row(account).set("display_name", name)
                : row(account).set("display_name_sha256", Sha256.hex(salt, name));
    }

    /** Whose guardian somebody is stands in no audit row; until when does. */
    private static Row row(Account account) {
        Row row = Row.of("account")
                .set("id", account.id())
                .set("clinic_id", account.clinic())
                .set("role", account.role())
                .set("patient_id", account.patient())
                .set("disabled", account.disabled());
        return account.guardian()
                .map(known -> row.set("guardian_until", known.until()))
                .orElse(row);
    }

    static Account read(Found row) throws SQLException {
        return new Account(
                row.id("id"),
                row.id("clinic_id"),
                row.text("login"),
                row.text("display_name"),
                row.constant("role", Role.class),
                row.optionalId("patient_id"),
                row.is("disabled"),
                guardian(row));
    }

    /** Of an account or an invitation. */
    static Optional<Guardian> guardian(Found row) throws SQLException {
        Optional<String> relation = row.optionalText("guardian_relation");
        Optional<LocalDate> until = row.optionalDate("guardian_until");
        return relation.flatMap(words -> until.map(day -> new Guardian(words, day)));
    }

    private static SessionOf readSession(Found row) throws SQLException {
        OptionalInt minutes = row.optionalNumber("lock_after_min");
        return new SessionOf(
                readLogin(row),
                read(row),
                minutes.isPresent() ? Duration.ofMinutes(minutes.getAsInt()) : SignInRules.USUAL_LOCK);
    }

    private static LoginSession readLogin(Found row) throws SQLException {
        return new LoginSession(
                row.id("session_id"),
                row.text("token_hash"),
                row.id("session_clinic"),
                row.id("account_id"),
                row.constant("session_state", SessionState.class),
                row.instant("opened_at"),
                row.instant("seen_at"),
                row.instant("expires_at"),
                row.text("from_where"),
                row.text("browser"));
    }
}
