package org.plinth.web.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.ApiToken;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.TokenScope;

/** Table {@code api_token}. The audit chain keeps scopes and end; neither the hash nor the name, which somebody typed. */
final class SqlTokens implements TokenStore {

    private static final String FIND = "SELECT * FROM api_token WHERE token_hash = ?";
    private static final String ALL = "SELECT * FROM api_token WHERE clinic_id = ? ORDER BY at DESC, id";
    private static final String REVOKE =
            "UPDATE api_token SET revoked_at = ?, revoked_by = ? WHERE clinic_id = ? AND id = ? AND revoked_at IS NULL";
    private static final String TOUCH = "UPDATE api_token SET used_at = ? WHERE clinic_id = ? AND id = ?";

    private final Transaction tx;
    private final SqlStores stores;

    SqlTokens(Transaction tx, SqlStores stores) {
        this.tx = tx;
        this.stores = stores;
    }

    @Override
    public void add(ApiToken token, String tokenHash) {
        tx.requireClinic(token.clinic());
        Row row = Row.of("api_token")
                .set("id", token.id())
                .set("clinic_id", token.clinic())
                .set("account_id", token.account())
                .set("role", token.role())
                .set("scopes", token.scopes())
                .set("expires_at", token.expiresAt());
        tx.note(subject(token.id()), Optional.empty(), Optional.of(row.audited()));
        tx.insert(row.set("name", token.name())
                .set("beginning", token.beginning())
                .set("token_hash", tokenHash)
                .set("at", token.madeAt())
                .set("author", tx.act().actor()));
    }

    @Override
    public Optional<Held> findByHash(String tokenHash) {
        return tx.one(FIND, SqlTokens::read, tokenHash).flatMap(token -> stores.accounts()
                .find(token.clinic(), token.account())
                .map(account -> new Held(token, account)));
    }

    @Override
    public List<ApiToken> all(Id<Clinic> clinic) {
        return tx.list(ALL, SqlTokens::read, clinic);
    }

    @Override
    public boolean revoke(Id<Clinic> clinic, Id<ApiToken> token) {
        tx.requireClinic(clinic);
        Id<Account> by = tx.act().actor();
        boolean ended = tx.update(REVOKE, tx.act().at(), by, clinic, token) == 1;
        if (ended) {
            tx.note(subject(token), Optional.empty(), Optional.empty());
        }
        return ended;
    }

    @Override
    public void touch(Id<Clinic> clinic, Id<ApiToken> token, Instant at) {
        tx.requireClinic(clinic);
        tx.update(TOUCH, at, clinic, token);
    }

    private static String subject(Id<ApiToken> token) {
        return "token:" + token;
    }

    private static ApiToken read(Found row) throws SQLException {
        return new ApiToken(
                row.id("id"),
                row.id("clinic_id"),
                row.id("account_id"),
                row.constant("role", Role.class),
                row.text("name"),
                row.text("beginning"),
                scopes(row.text("scopes")),
                row.instant("at"),
                row.instant("expires_at"),
                row.optionalInstant("used_at"),
                row.optionalInstant("revoked_at"));
    }

    private static Set<TokenScope> scopes(String text) {
        return Arrays.stream(text.split(",")).map(TokenScope::valueOf).collect(Collectors.toSet());
    }
}
