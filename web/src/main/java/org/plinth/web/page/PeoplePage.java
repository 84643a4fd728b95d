package org.plinth.web.page;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Invitation;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.SignInRules;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.signin.Invitations;
import org.plinth.web.signin.Staff;
import org.plinth.web.store.Act;

/**
 * {@code /people}: the clinic's staff. An owner invites, disables, changes roles, ends sessions and resets second factors; nobody sets a
 * password for somebody else. 200 with a link that is shown once, else 303; 400 with the form and what is wrong.
 */
final class PeoplePage implements WebModule {

    private static final String HERE = "/people";
    private static final List<Role> OFFERED = List.of(Role.CLINICIAN, Role.ASSISTANT, Role.AUDITOR, Role.OWNER);
    private static final int MOST_NAME = 200;
    private static final int MOST_REASON = 500;
    private static final int MOST_LOCK_MINUTES = 60;

    private static final String PHONE = "phone";
    private static final int MOST_PHONE = 40;

    /** As people write numbers: "+44 (0)20 7946 0958 ext. 3". */
    private static final Pattern DIALLED = Pattern.compile("[+(]?[0-9][0-9 ()/.-]{2,34}( ?ext\\.? ?[0-9]{1,6})?");

    private final PageParts parts;

    PeoplePage(PageParts parts) {
        this.parts = parts;
    }

    private enum Change {
        DISABLE,
        ENABLE,
        ROLE,
        END_SESSIONS,
        PASSWORD_LINK,
        RESET_FACTOR
    }

    private enum Handling {
        RESEND,
        REVOKE
    }

    @Override
    public void mount(Routes routes) {
        routes.get(HERE, request -> show(request, Form.empty(), Optional.empty()));
        routes.post(HERE, this::invite);
        routes.post("/people/rules", this::rules);
        routes.post("/people/phone", this::phone);
        routes.post("/people/:id", this::change);
        routes.post("/invitations/:id", this::handle);
    }

    private Reply show(Request request, Form form, Optional<Invitations.Sent> sent) {
        Who who = request.who();
        Staff.People people = parts.signIn().staff().all(who.clinicId());
        PeopleView view = new PeopleView(
                people.accounts().stream()
                        .map(account -> person(account, people, who))
                        .toList(),
                people.invited().stream()
                        .map(invitation -> invited(invitation, who))
                        .toList(),
                OFFERED.stream()
                        .map(role -> new Option(role.name(), role(role)))
                        .toList(),
                sent.map(made -> link(request, made)),
                people.rules().secondFactorRequired(),
                (int) people.rules().lockAfter().toMinutes(),
                form.values().containsKey(PHONE)
                        ? form.value(PHONE)
                        : who.clinic().phone().orElse(""),
                form,
                new AccessNews(parts).alerts(who, request.at()),
                new AccessNews(parts).restricted(who));
        return parts.page("people", parts.frames().of(who, parts.texts().text("page.people.title"), HERE), view);
    }

    private PeopleView.Link link(Request request, Invitations.Sent sent) {
        boolean secure = parts.signIn().cookie().secure();
        return new PeopleView.Link(sent.invitation().name(), Links.whole(request, sent.path(), secure));
    }

    private PeopleView.Person person(Account account, Staff.People people, Who who) {
        return new PeopleView.Person(
                account.id().toString(),
                account.displayName(),
                account.login(),
                account.role().name(),
                role(account.role()),
                parts.texts().text(account.disabled() ? "page.people.state.off" : "page.people.state.on"),
                account.disabled(),
                people.withFactor().contains(account.id()),
                account.id().equals(who.id()));
    }

    private PeopleView.Invited invited(Invitation invitation, Who who) {
        String what = invitation.account().isPresent()
                ? parts.texts().text("account.invited.password")
                : parts.texts().text("account.invited.as", role(invitation.role()));
        return new PeopleView.Invited(
                invitation.id().toString(),
                invitation.name(),
                what,
                PageParts.numbers(who.clinic()).moment(invitation.expiresAt()));
    }

    private String role(Role role) {
        return parts.texts().text("page.role." + role.name());
    }

    private Reply invite(Request request) {
        Fields fields = request.fields("displayName", "role");
        try {
            Role role = staffRole(fields);
            String name = fields.text("displayName", MOST_NAME);
            Act act = PageParts.act(request, "account.invite");
            return show(
                    request,
                    Form.empty(),
                    Optional.of(parts.signIn().invitations().inviteStaff(act, role, name)));
        } catch (BadRequest wrong) {
            return wrong(request, fields, wrong);
        }
    }

    private static Role staffRole(Fields fields) {
        Role role = fields.oneOf("role", Role.class);
        if (!OFFERED.contains(role)) {
            throw new BadRequest("role", "page.field.role");
        }
        return role;
    }

    private Reply rules(Request request) {
        Fields fields = request.fields("secondFactor", "lockMinutes");
        try {
            int minutes = fields.wholeNumber("lockMinutes", 1, MOST_LOCK_MINUTES);
            SignInRules rules =
                    new SignInRules(request.who().clinicId(), fields.has("secondFactor"), Duration.ofMinutes(minutes));
            parts.signIn().staff().setRules(PageParts.act(request, "account.rules"), rules);
            return Reply.seeOther(HERE);
        } catch (BadRequest wrong) {
            return wrong(request, fields, wrong);
        }
    }

    private Reply phone(Request request) {
        Fields fields = request.fields(PHONE);
        try {
            Optional<String> number = fields.optionalText(PHONE, MOST_PHONE);
            if (number.filter(text -> !DIALLED.matcher(text).matches()).isPresent()) {
                throw new BadRequest(PHONE, "account.phone.wrong");
            }
            parts.signIn().staff().setPhone(PageParts.act(request, "clinic.phone"), number);
            return Reply.seeOther(HERE);
        } catch (BadRequest wrong) {
            return show(request, new Typed(parts.texts()).again(fields, wrong, PHONE), Optional.empty())
                    .withStatus(400);
        }
    }

    private Reply change(Request request) {
        Id<Account> account = request.id("id");
        parts.signIn().staff().find(request.who().clinicId(), account);
        Fields fields = request.fields("action", "role", "reason");
        try {
            return changed(request, account, fields);
        } catch (BadRequest wrong) {
            return wrong(request, fields, wrong);
        }
    }

    private Reply changed(Request request, Id<Account> account, Fields fields) {
        Staff staff = parts.signIn().staff();
        switch (fields.oneOf("action", Change.class)) {
            case DISABLE -> staff.setDisabled(PageParts.act(request, "account.disable"), account, true);
            case ENABLE -> staff.setDisabled(PageParts.act(request, "account.enable"), account, false);
            case ROLE -> staff.setRole(PageParts.act(request, "account.role"), account, staffRole(fields));
            case END_SESSIONS -> staff.endSessions(PageParts.act(request, "account.sessions.end"), account);
            case RESET_FACTOR -> {
                Staff.notSelf(PageParts.act(request, "account.second-factor.reset"), account);
                String reason = fields.text("reason", MOST_REASON);
                parts.signIn().factors().reset(PageParts.act(request, "account.second-factor.reset", reason), account);
            }
            case PASSWORD_LINK -> {
                Act act = PageParts.act(request, "account.password-link");
                Staff.notSelf(act, account);
                Invitations.Sent sent = parts.signIn().invitations().sendPasswordLink(act, account);
                return show(request, Form.empty(), Optional.of(sent));
            }
        }
        return Reply.seeOther(HERE);
    }

    private Reply handle(Request request) {
        Id<Invitation> invitation = request.id("id");
        boolean isStaffs = parts.signIn().staff().all(request.who().clinicId()).invited().stream()
                .anyMatch(open -> open.id().equals(invitation));
        if (!isStaffs) {
            throw HttpFailure.notFound();
        }
        Fields fields = request.fields("action");
        if (fields.oneOf("action", Handling.class) == Handling.REVOKE) {
            parts.signIn().invitations().revoke(PageParts.act(request, "account.invitation.revoke"), invitation);
            return Reply.seeOther(HERE);
        }
        Act act = PageParts.act(request, "account.invitation.resend");
        return show(
                request, Form.empty(), Optional.of(parts.signIn().invitations().resend(act, invitation)));
    }

    private Reply wrong(Request request, Fields fields, BadRequest wrong) {
        Form again = new Typed(parts.texts()).again(fields, wrong, "displayName", "role");
        return show(request, new Form(again.values(), Map.copyOf(again.problems())), Optional.empty())
                .withStatus(400);
    }
}
