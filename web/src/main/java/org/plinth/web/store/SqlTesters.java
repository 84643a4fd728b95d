package org.plinth.web.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.clinic.Recording;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Visit;

/** Tables {@code tester_pin}, {@code tester_switch} and {@code recording_tester}. The audit chain holds no PIN and no hash of one. */
final class SqlTesters implements TesterStore {

    private static final String PIN = "SELECT pin_hash FROM tester_pin WHERE clinic_id = ? AND account_id = ?";
    private static final String WITH_PIN = "SELECT account_id FROM tester_pin WHERE clinic_id = ? ORDER BY account_id";
    private static final String FORGET_PIN = "DELETE FROM tester_pin WHERE clinic_id = ? AND account_id = ?";
    private static final String SWITCHES =
            "SELECT COUNT(*) AS n FROM tester_switch WHERE clinic_id = ? AND visit_id = ?";
    private static final String NOW =
            """
            SELECT account_id FROM tester_switch WHERE clinic_id = ? AND visit_id = ? AND login_key = ?
            ORDER BY number DESC FETCH FIRST 1 ROW ONLY""";
    private static final String OF_TEST =
            """
            SELECT w.recording_id, w.account_id FROM recording_tester w JOIN recording r ON r.id = w.recording_id
            WHERE w.clinic_id = ? AND r.test_id = ?""";

    private final Transaction tx;
    private final SqlStores stores;

    SqlTesters(Transaction tx, SqlStores stores) {
        this.tx = tx;
        this.stores = stores;
    }

    @Override
    public Optional<String> pin(Id<Clinic> clinic, Id<Account> account) {
        return tx.one(PIN, row -> row.text("pin_hash"), clinic, account);
    }

    @Override
    public List<Id<Account>> withPin(Id<Clinic> clinic) {
        return tx.list(WITH_PIN, row -> row.id("account_id"), clinic);
    }

    @Override
    public void setPin(Id<Clinic> clinic, Id<Account> account, String hash) {
        tx.requireClinic(clinic);
        if (account(clinic, account).role() == Role.PATIENT) {
            throw StoreFailure.wrongState("account " + account, account);
        }
        Optional<Boolean> before = pin(clinic, account).map(known -> true);
        tx.update(FORGET_PIN, clinic, account);
        tx.insert(Row.of("tester_pin")
                .set("account_id", account)
                .set("clinic_id", clinic)
                .set("pin_hash", hash)
                .set("since", tx.act().at()));
        note(account, before, Optional.of(true));
    }

    @Override
    public void removePin(Id<Clinic> clinic, Id<Account> account) {
        tx.requireClinic(clinic);
        if (tx.update(FORGET_PIN, clinic, account) > 0) {
            note(account, Optional.of(true), Optional.empty());
        }
    }

    private void note(Id<Account> account, Optional<Boolean> before, Optional<Boolean> after) {
        tx.note("account:" + account, before.map(SqlTesters::audited), after.map(SqlTesters::audited));
    }

    private static String audited(boolean has) {
        return Row.of("tester_pin").set("tester_pin", has).audited();
    }

    private Account account(Id<Clinic> clinic, Id<Account> id) {
        return stores.accounts().find(clinic, id).orElseThrow(() -> StoreFailure.notFound("account " + id));
    }

    @Override
    public void switchTo(Visit visit, String loginKey, Id<Account> tester) {
        tx.requireClinic(visit.clinic());
        account(visit.clinic(), tester);
        if (stores.visits().find(visit.clinic(), visit.id()).isEmpty()) {
            throw StoreFailure.notFound("visit " + visit.id());
        }
        int number = tx.one(SWITCHES, row -> row.number("n"), visit.clinic(), visit.id())
                        .orElse(0)
                + 1;
        Row row = Row.of("tester_switch")
                .set("clinic_id", visit.clinic())
                .set("patient_id", visit.patient())
                .set("visit_id", visit.id())
                .set("number", number)
                .set("login_key", loginKey)
                .set("account_id", tester)
                .set("at", tx.act().at())
                .set("author", tx.act().actor());
        tx.insert(row);
        tx.note(
                "visit:" + visit.id(),
                Optional.empty(),
                Optional.of(Row.of("tester_switch").set("tester", tester).audited()));
    }

    @Override
    public Optional<Id<Account>> now(Id<Clinic> clinic, Id<Visit> visit, String loginKey) {
        return tx.one(NOW, row -> row.<Account>id("account_id"), clinic, visit, loginKey);
    }

    @Override
    public void tested(Id<Clinic> clinic, Id<Recording> recording, Id<Account> tester) {
        tx.requireClinic(clinic);
        if (stores.recordings().find(clinic, recording).isEmpty()) {
            throw StoreFailure.notFound("recording " + recording);
        }
        account(clinic, tester);
        Row row = Row.of("recording_tester")
                .set("recording_id", recording)
                .set("clinic_id", clinic)
                .set("account_id", tester);
        tx.insert(row);
        tx.note(
                "recording:" + recording,
                Optional.empty(),
                Optional.of(Row.of("recording_tester").set("tester", tester).audited()));
    }

    @Override
    public Map<Id<Recording>, Id<Account>> ofTest(Id<Clinic> clinic, Id<PositionTest> test) {
        Map<Id<Recording>, Id<Account>> all = new HashMap<>();
        tx.list(
                        OF_TEST,
                        row -> Map.entry(row.<Recording>id("recording_id"), row.<Account>id("account_id")),
                        clinic,
                        test)
                .forEach(one -> all.put(one.getKey(), one.getValue()));
        return all;
    }
}
