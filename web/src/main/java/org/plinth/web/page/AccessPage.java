package org.plinth.web.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.PatientAccess;
import org.plinth.web.clinic.PatientShare;
import org.plinth.web.clinic.Role;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.store.Stores;
import org.plinth.web.words.Numbers;

/**
 * {@code GET|POST /patients/:id/access}: who of the clinic may see a patient. {@code POST /patients/:id/shares}: lets another clinic read her;
 * {@code POST /patients/:id/shares/:share/end} takes that back. 303 when done; 400 with the form; 412 where somebody was faster.
 */
final class AccessPage implements WebModule {

    private static final int LONGEST_REASON = 500;
    private static final String MEMBER = "member-";
    private static final String[] SHARE_FIELDS = {"clinic", "person", "until", "consentOn", "consentBy", "reason"};

    private final PageParts parts;

    AccessPage(PageParts parts) {
        this.parts = parts;
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/patients/:id/access", request -> show(request, Form.empty(), Form.empty()));
        routes.post("/patients/:id/access", this::change);
        routes.post("/patients/:id/shares", this::share);
        routes.post("/patients/:id/shares/:share/end", this::end);
    }

    private Reply show(Request request, Form team, Form share) {
        Who who = request.who();
        Patient patient = parts.store()
                .read(stores -> stores.patients().find(who.clinicId(), request.id("id")))
                .orElseThrow(HttpFailure::notFound);
        boolean named = who.role() == Role.CLINICIAN;
        AccessView view = parts.store().read(stores -> view(stores, who, patient, named, team, share));
        String title = parts.texts().text("access.title");
        Frame frame = named
                ? parts.frames()
                        .about(
                                who,
                                title,
                                patient,
                                openEpisode(who, patient),
                                parts.frames().toPatient(patient))
                : parts.frames().of(who, AccessNews.reference(parts, patient.id()), "/people");
        return parts.page("access", frame, view);
    }

    private Optional<Episode> openEpisode(Who who, Patient patient) {
        return parts.store().read(stores -> stores.episodes().ofPatient(who.clinicId(), patient.id()).stream()
                .filter(episode -> episode.closedOn().isEmpty())
                .findFirst());
    }

    private AccessView view(Stores stores, Who who, Patient patient, boolean named, Form team, Form share) {
        Numbers numbers = PageParts.numbers(who.clinic());
        PatientAccess access = stores.access().of(who.clinicId(), patient.id());
        List<AccessView.Member> staff = staff(stores, who.clinicId()).stream()
                .map(account -> new AccessView.Member(
                        MEMBER + account.id(),
                        account.displayName(),
                        parts.texts().text("page.role." + account.role()),
                        isTicked(team, MEMBER + account.id(), access.team().contains(account.id()))))
                .toList();
        List<AccessView.ShareRow> shares = named
                ? stores.access().sharesOf(who.clinicId(), patient.id()).stream()
                        .map(one -> row(stores, one, numbers))
                        .toList()
                : List.of();
        return new AccessView(
                "/patients/" + patient.id(),
                named,
                isTicked(team, "restricted", access.restricted()),
                Integer.toString(access.version()),
                staff,
                shares,
                team,
                share);
    }

    /** What was chosen stays chosen when the form comes back with a problem: it must not fall back to "open" in silence. */
    private static boolean isTicked(Form form, String field, boolean stored) {
        return form.problems().isEmpty() ? stored : form.value(field).equals(YesNo.YES.name());
    }

    private AccessView.ShareRow row(Stores stores, PatientShare share, Numbers numbers) {
        String with = new AccessSummaries(parts.texts()).shared(stores, share, numbers);
        return new AccessView.ShareRow(
                share.endedAt()
                        .map(at -> parts.texts().text("access.share.ended", with, numbers.moment(at)))
                        .orElse(with),
                parts.texts()
                        .text("access.share.why", share.reason(), numbers.date(share.consentOn()), share.consentBy()),
                share.endedAt().isPresent() ? "" : "/patients/" + share.patient() + "/shares/" + share.id() + "/end");
    }

    /** Who can be of a team. */
    private static List<Account> staff(Stores stores, Id<Clinic> clinic) {
        return stores.accounts().all(clinic).stream()
                .filter(account -> account.role() == Role.CLINICIAN || account.role() == Role.ASSISTANT)
                .filter(account -> !account.disabled())
                .toList();
    }

    private Reply change(Request request) {
        Who who = request.who();
        Id<Patient> patient = request.id("id");
        List<Account> staff = parts.store().read(stores -> staff(stores, who.clinicId()));
        List<String> names = new ArrayList<>(List.of("restricted", "reason"));
        staff.forEach(account -> names.add(MEMBER + account.id()));
        Fields fields = request.fields(names.toArray(String[]::new));
        try {
            boolean restricted = fields.oneOf("restricted", YesNo.class) == YesNo.YES;
            Set<Id<Account>> team = team(fields, staff);
            boolean clinician =
                    staff.stream().anyMatch(account -> account.role() == Role.CLINICIAN && team.contains(account.id()));
            if (restricted && !clinician) {
                throw new BadRequest("team", "access.team.noclinician");
            }
            String reason = fields.text("reason", LONGEST_REASON);
            PatientAccess access = new PatientAccess(patient, who.clinicId(), request.versionSeen(), restricted, team);
            parts.store().write(PageParts.act(request, "access.change", reason), stores -> {
                if (restricted) {
                    closeOtherDoors(stores, request, patient);
                }
                return stores.access().change(access);
            });
            return Reply.seeOther(afterwards(who, patient, restricted, team));
        } catch (BadRequest wrong) {
            return show(
                            request,
                            new Typed(parts.texts()).again(fields, wrong, names.toArray(String[]::new)),
                            Form.empty())
                    .withStatus(400);
        }
    }

    /** A restriction holds for other clinics too, and for links to her own access that nobody has used yet. */
    private static void closeOtherDoors(Stores stores, Request request, Id<Patient> patient) {
        Id<Clinic> clinic = request.who().clinicId();
        if (stores.access().of(clinic, patient).restricted()) {
            return; // what was shared since, was shared by the team
        }
        stores.access().sharesOf(clinic, patient).stream()
                .filter(share -> share.endedAt().isEmpty() && share.endsAt().isAfter(request.at()))
                .forEach(share -> stores.access().endShare(clinic, share.id()));
        stores.signIn().openInvitations(clinic).stream()
                .filter(invitation -> invitation.patient().equals(Optional.of(patient)))
                .forEach(invitation -> stores.signIn().revokeInvitation(clinic, invitation.id()));
        stores.accounts().findOfPatient(clinic, patient).ifPresent(hers -> stores.signIn()
                .revokeInvitationsFor(clinic, hers.id()));
        stores.accounts().guardiansOf(clinic, patient).forEach(guardian -> stores.signIn()
                .revokeInvitationsFor(clinic, guardian.id()));
    }

    private static Set<Id<Account>> team(Fields fields, List<Account> staff) {
        Set<Id<Account>> team = new LinkedHashSet<>();
        staff.stream()
                .filter(account -> fields.optionalOneOf(MEMBER + account.id(), YesNo.class)
                        .filter(answer -> answer == YesNo.YES)
                        .isPresent())
                .forEach(account -> team.add(account.id()));
        return team;
    }

    /** Somebody who left the team goes to where she still may be. */
    private static String afterwards(Who who, Id<Patient> patient, boolean restricted, Set<Id<Account>> team) {
        boolean sees = who.role() == Role.OWNER || !restricted || team.contains(who.id());
        return sees ? "/patients/" + patient + "/access" : "/patients";
    }

    private enum YesNo {
        YES,
        NO
    }

    private Reply share(Request request) {
        Id<Patient> patient = request.id("id");
        Fields fields = request.fields(SHARE_FIELDS);
        try {
            String reason = fields.text("reason", LONGEST_REASON);
            parts.store().write(PageParts.act(request, "access.share", reason), stores -> {
                PatientShare share = new ShareForm(stores, request, fields).read(patient, reason, parts.random());
                stores.access().share(share);
                return share;
            });
            return Reply.seeOther("/patients/" + patient + "/access");
        } catch (BadRequest wrong) {
            Form again = new Typed(parts.texts()).again(fields, wrong, SHARE_FIELDS);
            return show(request, Form.empty(), again).withStatus(400);
        }
    }

    private Reply end(Request request) {
        Fields fields = request.fields("reason");
        Id<PatientShare> share = request.id("share");
        String reason = fields.optionalText("reason", LONGEST_REASON).orElse("");
        parts.store().write(PageParts.act(request, "access.share.end", reason), stores -> {
            stores.access().endShare(request.who().clinicId(), share);
            return share;
        });
        return Reply.seeOther("/patients/" + request.path("id") + "/access");
    }
}
