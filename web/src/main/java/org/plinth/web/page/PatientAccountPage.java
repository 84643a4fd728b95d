package org.plinth.web.page;

import java.util.Optional;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.signin.Invitations;
import org.plinth.web.signin.PatientAccess.Standing;

/**
 * {@code GET|POST /patients/:id/account}: a clinician invites a patient to her own page, or closes that door. The link is shown once, to be
 * handed over or printed; 303 after anything else.
 */
final class PatientAccountPage implements WebModule {

    private final PageParts parts;

    PatientAccountPage(PageParts parts) {
        this.parts = parts;
    }

    private enum Change {
        INVITE,
        REVOKE,
        PASSWORD_LINK,
        DISABLE,
        ENABLE
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/patients/:id/account", request -> show(request, request.id("id"), Optional.empty()));
        routes.post("/patients/:id/account", this::change);
    }

    private Reply show(Request request, Id<Patient> id, Optional<Invitations.Sent> sent) {
        Who who = request.who();
        Standing standing = parts.signIn().patients().of(who.clinicId(), id);
        boolean secure = parts.signIn().cookie().secure();
        PatientAccountView view = new PatientAccountView(
                "/patients/" + id + "/account",
                standing.account().isPresent(),
                standing.account().filter(account -> account.disabled()).isPresent(),
                state(standing, who),
                standing.invitation().map(invitation -> invitation.id().toString()),
                sent.map(made -> Links.whole(request, made.path(), secure)));
        Frame frame = parts.frames()
                .about(
                        who,
                        parts.texts().text("account.patient.title"),
                        standing.patient(),
                        Optional.empty(),
                        parts.frames().toPatient(standing.patient()));
        return parts.page("patientaccount", frame, view);
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
        switch (request.fields("action").oneOf("action", Change.class)) {
            case INVITE -> {
                return show(
                        request,
                        id,
                        Optional.of(parts.signIn()
                                .invitations()
                                .invitePatient(PageParts.act(request, "account.invite"), id)));
            }
            case PASSWORD_LINK -> {
                return show(request, id, Optional.of(passwordLink(request, standing)));
            }
            case REVOKE ->
                parts.signIn()
                        .invitations()
                        .revoke(
                                PageParts.act(request, "account.invitation.revoke"),
                                standing.invitation()
                                        .orElseThrow(HttpFailure::notFound)
                                        .id());
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
