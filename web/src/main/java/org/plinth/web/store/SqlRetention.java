package org.plinth.web.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.RetentionRule;

/** Table {@code retention_rule}: rows are added, the last one stands. */
final class SqlRetention implements RetentionStore {

    private static final String RULE =
            "SELECT * FROM retention_rule WHERE clinic_id = ? ORDER BY number DESC FETCH FIRST 1 ROWS ONLY";
    private static final String LAST_SEEN =
            """
            SELECT x.id, x.birth_date, x.last_day FROM (
                SELECT p.id, pv.birth_date, COALESCE(
                    (SELECT MAX(v.visit_date) FROM visit v WHERE v.patient_id = p.id),
                    (SELECT MAX(ev.opened_on) FROM episode e JOIN episode_version ev
                        ON ev.episode_id = e.id AND ev.version = e.head_version WHERE e.patient_id = p.id)) AS last_day
                FROM patient p JOIN patient_version pv ON pv.patient_id = p.id AND pv.version = p.head_version
                WHERE p.clinic_id = ?) x
            ORDER BY x.last_day, x.id""";

    private final Transaction tx;

    SqlRetention(Transaction tx) {
        this.tx = tx;
    }

    @Override
    public RetentionRule set(RetentionRule rule, int numberSeen) {
        tx.requireClinic(rule.clinic());
        Optional<RetentionRule> before = rule(rule.clinic());
        int last = before.map(RetentionRule::number).orElse(0);
        if (last != numberSeen) {
            throw StoreFailure.oldVersion("another rule was set", before.orElse(rule));
        }
        Row row = content(rule, last + 1).by(tx.act());
        tx.insert(row);
        tx.note(
                "clinic:" + rule.clinic(),
                before.map(old -> content(old, old.number()).audited()),
                Optional.of(row.audited()));
        return rule(rule.clinic()).orElseThrow();
    }

    private static Row content(RetentionRule rule, int number) {
        return Row.of("retention_rule")
                .set("clinic_id", rule.clinic())
                .set("number", number)
                .set("years_after_last_visit", rule.yearsAfterLastVisit())
                .set("minors_until_age", rule.minorsUntilAge())
                .set("source", rule.source());
    }

    @Override
    public Optional<RetentionRule> rule(Id<Clinic> clinic) {
        return tx.one(RULE, SqlRetention::read, clinic);
    }

    @Override
    public List<LastSeen> lastSeen(Id<Clinic> clinic) {
        return tx.list(
                LAST_SEEN,
                row -> new LastSeen(row.id("id"), row.date("birth_date"), row.optionalDate("last_day")),
                clinic);
    }

    private static RetentionRule read(Found row) throws SQLException {
        return new RetentionRule(
                row.id("clinic_id"),
                row.number("number"),
                row.optionalNumber("years_after_last_visit"),
                row.optionalNumber("minors_until_age"),
                row.text("source"));
    }
}
