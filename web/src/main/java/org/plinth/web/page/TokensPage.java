package org.plinth.web.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.ApiToken;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.TokenScope;
import org.plinth.web.http.ApiTokens;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.Visitor;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.words.Numbers;

/**
 * {@code /tokens}: keys by which programs read. A clinician makes and ends her own; an owner ends anybody's. 200 with the token, which is
 * shown once; 303 when one was ended; 400 with the form and what is wrong.
 */
final class TokensPage implements WebModule {

    private static final String HERE = "/tokens";
    private static final String NAME = "name";
    private static final String DAYS = "days";
    private static final String SCOPE = "scope-";
    private static final String YES = "YES";
    private static final int MOST_NAME = 60;
    private static final List<Integer> LASTS = List.of(7, 30, 90, 180, 365);

    private final PageParts parts;

    TokensPage(PageParts parts) {
        this.parts = parts;
    }

    @Override
    public void mount(Routes routes) {
        routes.get(HERE, request -> show(request, fresh(), Optional.empty()));
        routes.post(HERE, this::make);
        routes.post("/tokens/:id/revoke", this::revoke);
    }

    private static Form fresh() {
        return Form.of(Map.of(DAYS, Long.toString(ApiTokens.USUAL.toDays())));
    }

    private Reply show(Request request, Form form, Optional<TokensView.Made> made) {
        Who who = request.who();
        TokensView view = new TokensView(
                made,
                rows(who, request.at()),
                ApiTokens.offered(who.role()).stream().map(this::scope).toList(),
                LASTS.stream()
                        .map(days ->
                                new Option(Integer.toString(days), parts.texts().text("token.days", days)))
                        .toList(),
                who.role() == Role.OWNER,
                form);
        Frame frame = parts.frames()
                .under(
                        who,
                        parts.texts().text("token.title"),
                        List.of(new Frame.Crumb(parts.texts().text("account.title"), "/account")));
        return parts.page("tokens", frame, view);
    }

    private TokensView.Scope scope(TokenScope scope) {
        return new TokensView.Scope(field(scope), scope.word(), words(scope));
    }

    private static String field(TokenScope scope) {
        return SCOPE + scope.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String words(TokenScope scope) {
        return parts.texts().text("token.scope." + scope.name());
    }

    private List<TokensView.Row> rows(Who who, Instant now) {
        Numbers numbers = PageParts.numbers(who.clinic());
        Map<Id<Account>, Account> people = parts
                .store()
                .read(stores -> stores.accounts().all(who.clinicId()))
                .stream()
                .collect(Collectors.toMap(Account::id, Function.identity()));
        return parts.signIn().tokens().seenBy(who).stream()
                .map(token -> row(token, Optional.ofNullable(people.get(token.account())), who, numbers, now))
                .toList();
    }

    private TokensView.Row row(ApiToken token, Optional<Account> maker, Who who, Numbers numbers, Instant now) {
        boolean hers = maker.filter(account -> !account.disabled() && account.role() == token.role())
                .isPresent();
        ApiToken.State state = token.state(now);
        String key = state == ApiToken.State.OPEN && !hers ? "MAKER" : state.name();
        Instant when = token.revokedAt().orElse(token.expiresAt());
        return new TokensView.Row(
                token.id().toString(),
                token.name(),
                token.beginning(),
                who.role() == Role.OWNER ? maker.map(Account::displayName) : Optional.empty(),
                token.scopes().stream().map(TokenScope::word).toList(),
                numbers.moment(token.madeAt()),
                token.usedAt()
                        .map(at -> parts.texts().text("token.used", numbers.moment(at)))
                        .orElseGet(() -> parts.texts().text("token.unused")),
                parts.texts().text("token.state." + key, numbers.moment(when)),
                state == ApiToken.State.OPEN);
    }

    private Reply make(Request request) {
        Fields fields = request.fields(names());
        try {
            ApiTokens.Made made = parts.signIn().tokens().make(request.who(), wanted(fields), Visitor.of(request));
            Numbers numbers = PageParts.numbers(request.who().clinic());
            TokensView.Made shown = new TokensView.Made(
                    made.token().name(),
                    made.text(),
                    numbers.moment(made.token().expiresAt()),
                    Links.whole(request, "/api/clinic", parts.signIn().cookie().secure()));
            return show(request, fresh(), Optional.of(shown));
        } catch (BadRequest wrong) {
            Form again = new Typed(parts.texts()).again(fields, wrong, names());
            return show(request, again, Optional.empty()).withStatus(400);
        }
    }

    private static String[] names() {
        List<String> names = new ArrayList<>(List.of(NAME, DAYS));
        for (TokenScope scope : TokenScope.values()) {
            names.add(field(scope));
        }
        return names.toArray(String[]::new);
    }

    private static ApiTokens.Wanted wanted(Fields fields) {
        String name = fields.text(NAME, MOST_NAME);
        Set<TokenScope> scopes = EnumSet.noneOf(TokenScope.class);
        for (TokenScope scope : TokenScope.values()) {
            fields.optionalText(field(scope), YES.length()).filter(YES::equals).ifPresent(ignored -> scopes.add(scope));
        }
        int days = fields.wholeNumber(DAYS, 1, (int) ApiTokens.LONGEST.toDays());
        return new ApiTokens.Wanted(name, scopes, Duration.ofDays(days));
    }

    private Reply revoke(Request request) {
        parts.signIn().tokens().revoke(request.who(), request.id("id"), Visitor.of(request));
        return Reply.seeOther(HERE);
    }
}
