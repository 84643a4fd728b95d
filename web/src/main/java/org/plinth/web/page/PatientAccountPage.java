package org.plinth.web.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Guardian;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Invitation;
import org.plinth.web.clinic.Patient;
import org.plinth.web.edit.Plausible;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.signin.Invitations;
import org.plinth.web.signin.PatientAccess.Standing;

/**
 * {@code GET|POST /patients/:id/account}: a clinician invites a patient to her own page, or who reads it for her
 * (decision S11), or closes that door. The link is shown once, to be
 * handed over or printed; 303 after anything else.
 */
final class PatientAccountPage implements WebModule {

    private static final String UNTIL = "until";
    private static final int ADULT_YEARS = 18;
    private static final int MOST_NAME = 200;
    private static final int MOST_RELATION = 60;

    private final PageParts parts;

    PatientAccountPage(PageParts parts) {
        this.parts = parts;
    }

    private enum Change {
        INVITE,
        REVOKE,
        PASSWORD_LINK,
        DISABLE,
        ENABLE,
        INVITE_GUARDIAN,
        REVOKE_GUARDIAN,
        END_GUARDIAN
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/patients/:id/account", request -> show(request, request.id("id"), Optional.empty(), Form.empty()));
        routes.post("/patients/:id/account", this::change);
    }

    private Reply show(Request request, Id<Patient> id, Optional<Invitations.Sent> sent, Form form) {
        Who who = request.who();
        Standing standing = parts.signIn().patients().of(who.clinicId(), id);
        boolean secure = parts.signIn().cookie().secure();
        PatientAccountView view = new PatientAccountView(
                "/patients/" + id + "/account",
                standing.account().isPresent(),
                standing.account().filter(account -> account.disabled()).isPresent(),
                state(standing, who),
                standing.invitation().map(invitation -> invitation.id().toString()),
                sent.map(made -> Links.whole(request, made.path(), secure)),
                readers(standing, request),
                form.values().isEmpty() ? proposed(standing.patient(), today(request)) : form);
        Frame frame = parts.frames()
                .about(
                        who,
                        parts.texts().text("account.patient.title"),
                        standing.patient(),
                        Optional.empty(),
                        parts.frames().toPatient(standing.patient()));
        return parts.page("patientaccount", frame, view);
    }

    private List<PatientAccountView.Reader> readers(Standing standing, Request request) {
        LocalDate today = today(request);
        return Stream.concat(
                        standing.guardians().stream().map(account -> reader(request, account, account.mayEnter(today))),
                        standing.invited().stream()
                                .map(invitation -> new PatientAccountView.Reader(
                                        words(
                                                request,
                                                "account.guardian.invited",
                                                invitation.name(),
                                                invitation.guardian().orElseThrow()),
                                        Optional.of(Change.REVOKE_GUARDIAN.name()),
                                        invitation.id().toString())))
                .toList();
    }

    private PatientAccountView.Reader reader(Request request, Account account, boolean holds) {
        return new PatientAccountView.Reader(
                words(
                        request,
                        holds ? "account.guardian.on" : "account.guardian.over",
                        account.displayName(),
                        account.guardian().orElseThrow()),
                holds ? Optional.of(Change.END_GUARDIAN.name()) : Optional.empty(),
                account.id().toString());
    }

    private String words(Request request, String key, String name, Guardian guardian) {
        return parts.texts()
                .text(
                        key,
                        name,
                        guardian.relation(),
                        PageParts.numbers(request.who().clinic()).date(guardian.until()));
    }

    private static LocalDate today(Request request) {
        return LocalDate.ofInstant(request.at(), request.who().clinic().zone());
    }

    /** The last day that can be given: a minor is of age on her birthday, and for an adult it is looked at anew each year. */
    private static LocalDate latest(Patient patient, LocalDate today) {
        LocalDate ofAge = patient.birthDate().plusYears(ADULT_YEARS);
        return ofAge.isAfter(today) ? ofAge : today.plusYears(1);
    }

    private static Form proposed(Patient patient, LocalDate today) {
        return Form.of(Map.of(UNTIL, latest(patient, today).toString()));
    }

    private Reply inviteGuardian(Request request, Standing standing, Fields fields) {
        LocalDate today = today(request);
        try {
            String name = fields.text("name", MOST_NAME);
            Guardian guardian = new Guardian(
                    fields.text("relation", MOST_RELATION),
                    Plausible.between(UNTIL, fields.date(UNTIL), today, latest(standing.patient(), today)));
            return show(
                    request,
                    standing.patient().id(),
                    Optional.of(parts.signIn()
                            .invitations()
                            .inviteGuardian(
                                    PageParts.act(request, "account.guardian.invite"),
                                    standing.patient().id(),
                                    name,
                                    guardian)),
                    Form.empty());
        } catch (BadRequest wrong) {
            Form again = new Typed(parts.texts()).again(fields, wrong, "name", "relation", UNTIL);
            return show(request, standing.patient().id(), Optional.empty(), again)
                    .withStatus(400);
        }
    }

    private void endGuardian(Request request, Standing standing, Fields fields) {
        Id<Account> guardian =
                Id.<Account>parse(fields.text("guardian", MOST_NAME)).orElseThrow(HttpFailure::notFound);
        parts.signIn()
                .patients()
                .endGuardian(
                        PageParts.act(request, "account.guardian.end"),
                        standing.patient().id(),
                        guardian);
    }

    private void revokeGuardian(Request request, Standing standing, Fields fields) {
        String id = fields.text("guardian", MOST_NAME);
        Invitation open = standing.invited().stream()
                .filter(one -> one.id().toString().equals(id))
                .findFirst()
                .orElseThrow(HttpFailure::notFound);
        parts.signIn().invitations().revoke(PageParts.act(request, "account.invitation.revoke"), open.id());
    }

    private String state(Standing standing, Who who) {
        if (standing.account().isPresent()) {
            boolean off = standing.account().get().disabled();
            return parts.texts().text(off ? "account.patient.off" : "account.patient.on");
        }
        return standing.invitation()
                .map(open -> parts.texts()
                        .text(
                                "account.patient.invited",
                                PageParts.numbers(who.clinic()).moment(open.expiresAt())))
                .orElseGet(() -> parts.texts().text("account.patient.none"));
    }

    private Reply change(Request request) {
        Id<Patient> id = request.id("id");
        Standing standing = parts.signIn().patients().of(request.who().clinicId(), id);
        Fields fields = request.fields("action", "guardian", "name", "relation", UNTIL);
        switch (fields.oneOf("action", Change.class)) {
            case INVITE -> {
                return show(
                        request,
                        id,
                        Optional.of(parts.signIn()
                                .invitations()
                                .invitePatient(PageParts.act(request, "account.invite"), id)),
                        Form.empty());
            }
            case PASSWORD_LINK -> {
                return show(request, id, Optional.of(passwordLink(request, standing)), Form.empty());
            }
            case REVOKE ->
                parts.signIn()
                        .invitations()
                        .revoke(
                                PageParts.act(request, "account.invitation.revoke"),
                                standing.invitation()
                                        .orElseThrow(HttpFailure::notFound)
                                        .id());
            case INVITE_GUARDIAN -> {
                return inviteGuardian(request, standing, fields);
            }
            case REVOKE_GUARDIAN -> revokeGuardian(request, standing, fields);
            case END_GUARDIAN -> endGuardian(request, standing, fields);
            case DISABLE -> parts.signIn().patients().setDisabled(PageParts.act(request, "account.disable"), id, true);
            case ENABLE -> parts.signIn().patients().setDisabled(PageParts.act(request, "account.enable"), id, false);
        }
        return Reply.seeOther("/patients/" + id + "/account");
    }

    private Invitations.Sent passwordLink(Request request, Standing standing) {
        return parts.signIn()
                .invitations()
                .sendPasswordLink(
                        PageParts.act(request, "account.password-link"),
                        standing.account().orElseThrow(HttpFailure::notFound).id());
    }
}
