package org.plinth.web.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plinth.web.access.Ruling.Granted;
import org.plinth.web.access.Ruling.Reason;
import org.plinth.web.access.Ruling.Refused;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Subject;
import org.plinth.web.store.AccessStore.Holding;
import org.plinth.web.store.AccessStore.OpenEmergency;
import org.plinth.web.store.Act;

/**
 * The one place that decides who may see and do what (docs/decisions/0063). In this order:
 *
 * <ol>
 *   <li>a route that is open to all is; otherwise somebody must be logged in, in a role that the route names;
 *   <li>everything that the path names must be there and belong together: one clinic, one patient;
 *   <li>another clinic's is not there, unless the patient is shared with a clinician's clinic or with her, and then she may
 *       read where the table lets guests, in the patient's clinic;
 *   <li>a patient sees herself alone;
 *   <li>a restricted patient is seen by her team, by herself, and by whoever declared an emergency that still runs.
 * </ol>
 *
 * <p>Reads by a guest and in an emergency are written to the audit log of the patient's clinic before they are granted.
 */
public final class AccessDecision {

    private final Custody custody;

    /** Over what is known of things. */
    public AccessDecision(Custody custody) {
        this.custody = custody;
    }

    /**
     * A request to be decided about.
     *
     * @param need of its route
     * @param parts of its path, by name, as they came
     * @param caller with her clinic, where somebody is logged in
     * @param at now
     * @param from the address it came from
     */
    public record Asked(Need need, Map<String, String> parts, Optional<Caller> caller, Instant at, String from) {

        /** Copies the parts. */
        public Asked {
            parts = Map.copyOf(parts);
        }
    }

    /** Who is logged in, and her own clinic. */
    public record Caller(Account account, Clinic clinic) {}

    /** Decides. Blocks. */
    public Ruling decide(Asked asked) {
        if (asked.need().open()) {
            return new Ruling.Open();
        }
        if (asked.caller().isEmpty()) {
            return new Refused(Reason.NOT_LOGGED_IN);
        }
        Caller caller = asked.caller().get();
        if (!asked.need().roles().contains(caller.account().role())) {
            return new Refused(Reason.ROLE);
        }
        Optional<List<Holding>> things = things(asked, caller.account());
        if (things.isEmpty() || !belongTogether(things.get())) {
            return new Refused(Reason.UNKNOWN);
        }
        Ruling ruling = things.get().stream()
                .max((a, b) ->
                        Boolean.compare(a.patient().isPresent(), b.patient().isPresent()))
                .map(thing -> about(thing, asked.need(), caller))
                .orElseGet(() -> new Granted(caller.clinic(), new Sight.Ordinary()));
        note(ruling, asked, caller, things.get());
        return ruling;
    }

    /** Everything owned that the path names; empty if something is not there. */
    private Optional<List<Holding>> things(Asked asked, Account viewer) {
        List<Holding> found = new ArrayList<>();
        for (Naming.Named named : asked.need().named()) {
            if (named.subject().isOwned()) {
                Optional<Holding> thing = Optional.ofNullable(asked.parts().get(named.part()))
                        .flatMap(named.subject()::id)
                        .flatMap(id -> find(named.subject(), id, viewer, asked.at()));
                if (thing.isEmpty()) {
                    return Optional.empty();
                }
                found.add(thing.get());
            }
        }
        return Optional.of(found);
    }

    private Optional<Holding> find(Subject kind, Id<Subject> id, Account viewer, Instant at) {
        return custody.find(kind, id, viewer, at);
    }

    private static boolean belongTogether(List<Holding> things) {
        return things.stream().map(Holding::clinic).distinct().count() <= 1
                && things.stream()
                                .flatMap(thing -> thing.patient().stream())
                                .distinct()
                                .count()
                        <= 1;
    }

    private Ruling about(Holding thing, Need need, Caller caller) {
        Account account = caller.account();
        if (!thing.clinic().equals(account.clinic())) {
            return asGuest(thing, need, caller);
        }
        boolean herself = account.role() == Role.PATIENT;
        if (herself && thing.patient().isPresent() && !thing.patient().equals(account.patient())) {
            return new Refused(Reason.UNKNOWN);
        }
        if (!thing.restricted() || thing.inTeam() || herself) {
            return new Granted(caller.clinic(), new Sight.Ordinary());
        }
        if (thing.emergency().isPresent() && need.emergencies()) {
            OpenEmergency emergency = thing.emergency().get();
            return new Granted(caller.clinic(), new Sight.InEmergency(emergency.endsAt()));
        }
        return need.unlocked().contains(account.role())
                ? new Granted(caller.clinic(), new Sight.Ordinary())
                : new Refused(Reason.RESTRICTED);
    }

    /** Clinicians alone are guests: an assistant tests under a clinician of her own clinic. */
    private Ruling asGuest(Holding thing, Need need, Caller caller) {
        if (thing.shareUntil().isEmpty() || caller.account().role() != Role.CLINICIAN) {
            return new Refused(Reason.UNKNOWN);
        }
        if (!need.guests()) {
            return new Refused(Reason.READ_ONLY);
        }
        Instant until = thing.shareUntil().get();
        return new Granted(custody.clinic(thing.clinic()), new Sight.AsGuest(caller.clinic(), until));
    }

    private void note(Ruling ruling, Asked asked, Caller caller, List<Holding> things) {
        if (ruling instanceof Granted granted && !(granted.sight() instanceof Sight.Ordinary)) {
            String action = granted.sight() instanceof Sight.AsGuest ? "share.read" : "emergency.read";
            Act act = new Act(granted.clinic().id(), caller.account().id(), asked.at(), action, "", asked.from());
            things.stream()
                    .flatMap(thing -> thing.patient().stream())
                    .findFirst()
                    .ifPresent(patient -> custody.noteRead(
                            act, patient, caller.clinic().id(), asked.need().route()));
        }
    }
}
