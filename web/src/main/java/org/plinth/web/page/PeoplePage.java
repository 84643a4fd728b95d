package org.plinth.web.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Role;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.SetupRoutes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.store.StoreFailure;

/** {@code GET|POST /people}: accounts of the clinic. 303 when one was made; 400 with the form and what is wrong. */
final class PeoplePage implements WebModule {

    private static final String[] NAMES = {"displayName", "login", "password", "role"};
    private static final List<Role> OFFERED = List.of(Role.CLINICIAN, Role.ASSISTANT, Role.AUDITOR, Role.OWNER);
    private static final int MOST_PASSWORD = 200;

    private final PageParts parts;

    PeoplePage(PageParts parts) {
        this.parts = parts;
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/people", request -> show(request, Form.empty()));
        routes.post("/people", this::add);
    }

    private Reply show(Request request, Form form) {
        Who who = request.who();
        List<Account> accounts = parts.store().read(stores -> stores.accounts().all(who.clinicId()));
        PeopleView view = new PeopleView(
                accounts.stream().map(this::person).toList(),
                OFFERED.stream()
                        .map(role -> new Option(role.name(), role(role)))
                        .toList(),
                form,
                new AccessNews(parts).alerts(who, request.at()),
                new AccessNews(parts).restricted(who));
        return parts.page("people", parts.frames().of(who, parts.texts().text("page.people.title"), "/people"), view);
    }

    private PeopleView.Person person(Account account) {
        return new PeopleView.Person(
                account.displayName(),
                account.login(),
                role(account.role()),
                parts.texts().text(account.disabled() ? "page.people.state.off" : "page.people.state.on"));
    }

    private String role(Role role) {
        return parts.texts().text("page.role." + role.name());
    }

    private Reply add(Request request) {
        Fields fields = request.fields(NAMES);
        try {
            save(request, fields);
            return Reply.seeOther("/people");
        } catch (BadRequest wrong) {
            Form again = new Typed(parts.texts()).again(fields, wrong, "displayName", "login", "role");
            return show(request, again).withStatus(400);
        } catch (StoreFailure failure) {
            if (failure.reason() != StoreFailure.Reason.DUPLICATE) {
                throw failure;
            }
            Form typed = Typed.of(fields, "displayName", "login", "role");
            Map<String, String> problems = Map.of("login", parts.texts().text("page.field.login.taken"));
            return show(request, new Form(typed.values(), problems)).withStatus(409);
        }
    }

    private void save(Request request, Fields fields) {
        Role role = fields.oneOf("role", Role.class);
        if (!OFFERED.contains(role)) {
            throw new BadRequest("role", "page.field.role");
        }
        String password = fields.secret("password", MOST_PASSWORD);
        if (password.length() < SetupRoutes.LEAST_PASSWORD) {
            throw new BadRequest("password", "http.field.password", SetupRoutes.LEAST_PASSWORD);
        }
        Account account = new Account(
                Id.random(parts.random()),
                request.who().clinicId(),
                fields.text("login", 100),
                fields.text("displayName", 200),
                role,
                Optional.empty(),
                false);
        String hash = parts.passwords().hash(password);
        parts.store().write(PageParts.act(request, "account.add"), stores -> {
            stores.accounts().add(account, hash);
            return account;
        });
    }
}
