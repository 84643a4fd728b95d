package org.plinth.web.page;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.visit.Involvement;
import org.plinth.web.audit.AuditDesk;
import org.plinth.web.capture.RawForce;
import org.plinth.web.capture.RecoveryReport;
import org.plinth.web.chart.Charts;
import org.plinth.web.chart.ChartsOnDemand;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Id;
import org.plinth.web.export.Pseudonyms;
import org.plinth.web.http.Assets;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Who;
import org.plinth.web.position.ClinicPositions;
import org.plinth.web.sensor.SensorDesk;
import org.plinth.web.signin.SignIn;
import org.plinth.web.store.Act;
import org.plinth.web.store.Eraser;
import org.plinth.web.store.Passwords;
import org.plinth.web.store.Store;
import org.plinth.web.text.Texts;
import org.plinth.web.visit.VisitDesk;
import org.plinth.web.words.Numbers;
import org.plinth.web.words.Sides;

/**
 * What pages are made from.
 *
 * @param store the clinic's memory
 * @param desk what a clinician does at a visit
 * @param sensors what is done with sensors
 * @param clinicPositions the bundled positions and a clinic's own
 * @param raw what recordings held, for who wants to see what a number was made of
 * @param recovered what was cut off the last time
 * @param passwords hashes those of new accounts
 * @param random secure source of ids
 * @param pseudonyms for exports that carry no names
 * @param frames round every page
 * @param templates compiled
 * @param eraser the one way by which anything about a patient leaves the database
 * @param signIn all that has to do with signing in
 * @param audit what can be done with the audit log
 * @param drawn the charts of this server
 * @param kept what was read and still holds
 */
public record PageParts(
        Store store,
        VisitDesk desk,
        SensorDesk sensors,
        ClinicPositions clinicPositions,
        RawForce raw,
        RecoveryReport recovered,
        Passwords passwords,
        RandomGenerator random,
        Pseudonyms pseudonyms,
        Frames frames,
        Templates templates,
        Eraser eraser,
        SignIn signIn,
        AuditDesk audit,
        ChartsOnDemand drawn,
        KeptReadings kept) {

    /** With the frame of this catalogue and web root. */
    public static PageParts of(
            Store store,
            VisitDesk desk,
            RawForce raw,
            SensorDesk sensors,
            RecoveryReport recovered,
            Passwords passwords,
            RandomGenerator random,
            Pseudonyms pseudonyms,
            Texts texts,
            Assets assets,
            Eraser eraser,
            SignIn signIn,
            AuditDesk audit) {
        ClinicPositions positions = new ClinicPositions(PositionCatalogue.bundled());
        return new PageParts(
                store,
                desk,
                sensors,
                positions,
                raw,
                recovered,
                passwords,
                random,
                pseudonyms,
                new Frames(texts, assets),
                new Templates(),
                eraser,
                signIn,
                audit,
                new ChartsOnDemand(texts),
                new KeptReadings(store, positions));
    }

    /** Those that ship. */
    PositionCatalogue positions() {
        return clinicPositions.bundled();
    }

    /** All of a clinic, in every version. */
    PositionCatalogue positions(Id<Clinic> clinic) {
        return store.read(stores -> clinicPositions.of(stores, clinic));
    }

    Charts charts() {
        return drawn.get();
    }

    Texts texts() {
        return frames.texts();
    }

    Sides sides() {
        return new Sides(texts());
    }

    /** Who does what: clinic and person come from the login alone. */
    static Act act(Request request, String action) {
        return act(request, action, "");
    }

    /** The same, for this reason in the person's words. */
    static Act act(Request request, String action, String reason) {
        Who who = request.who();
        return new Act(who.clinicId(), who.id(), request.at(), action, reason, request.address());
    }

    static Numbers numbers(Clinic clinic) {
        return new Numbers(clinic.displayUnit(), clinic.zone());
    }

    /** Whom a patient calls when it gets worse, with the number where her clinic gave one. */
    static String whomToCall(Texts texts, Clinic clinic) {
        return clinic.phone()
                .map(number -> texts.text("page.me.call.phone", number))
                .orElseGet(() -> texts.text("page.me.call"));
    }

    /** The clinic's name and number; a line for a pen where it gave none. */
    static String phone(Texts texts, Clinic clinic) {
        return clinic.phone()
                .map(number -> texts.text("report.phone.known", clinic.name(), number))
                .orElseGet(() -> texts.text("report.phone", clinic.name()));
    }

    Reply page(String template, Frame frame, Object view) {
        return Reply.html(templates.render(template, frame, view));
    }

    /** How the affected side is said where there may be no episode. */
    String affected(Optional<Episode> episode) {
        return episode.map(Episode::involvement)
                .map(involvement -> sides().affected(involvement))
                .orElseGet(() -> texts().text("page.worklist.noepisode"));
    }

    static Optional<String> css(Optional<Episode> episode) {
        return episode.map(Episode::involvement).flatMap(Involvement::injured).map(Frames::css);
    }
}
