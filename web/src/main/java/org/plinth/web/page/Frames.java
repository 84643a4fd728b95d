package org.plinth.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.Role;
import org.plinth.web.http.Assets;
import org.plinth.web.http.Who;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;
import org.plinth.web.words.Sides;

/** Builds the frame round a page: what a role may reach, where we are, whom it is about. Immutable. */
public final class Frames {

    private static final String STYLE = "plinth.css";

    private final Texts texts;
    private final Assets assets;

    /** With the catalogue and the web root. */
    public Frames(Texts texts, Assets assets) {
        this.texts = texts;
        this.assets = assets;
    }

    /** The catalogue. */
    public Texts texts() {
        return texts;
    }

    /** A page of a clinic, without a patient. */
    public Frame of(Who who, String title, String here) {
        return frame(who, title, here, List.of(), Optional.empty());
    }

    /** A page of a clinic under others, without a patient. */
    public Frame under(Who who, String title, List<Frame.Crumb> crumbs) {
        return under(who, title, "", crumbs);
    }

    /** A page below a place of the side bar. */
    public Frame under(Who who, String title, String here, List<Frame.Crumb> crumbs) {
        return frame(who, title, here, crumbs, Optional.empty());
    }

    /** A page about a patient, under her own page when {@code crumbs} names it. */
    public Frame about(Who who, String title, Patient patient, Optional<Episode> episode, List<Frame.Crumb> crumbs) {
        return frame(who, title, "", crumbs, Optional.of(banner(who, patient, episode)));
    }

    /** A page for whoever comes: login, failure. */
    public Frame bare(String title) {
        return new Frame(
                texts,
                title,
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                "",
                folder(),
                Optional.empty(),
                0);
    }

    /** A page between two steps of logging in, for somebody who may see no other yet. */
    public Frame between(Who who, String title) {
        return new Frame(
                texts,
                title,
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                who.clinic().sample(),
                who.csrfToken(),
                folder(),
                Optional.empty(),
                0);
    }

    /** The crumbs down to a patient's page. */
    public List<Frame.Crumb> toPatients() {
        return List.of(new Frame.Crumb(texts.text("page.nav.patients"), "/patients"));
    }

    /** The crumbs down to what belongs to a patient. */
    public List<Frame.Crumb> toPatient(Patient patient) {
        List<Frame.Crumb> crumbs = new ArrayList<>(toPatients());
        crumbs.add(new Frame.Crumb(patient.name(), "/patients/" + patient.id()));
        return crumbs;
    }

    /** How a side is styled. */
    public static String css(Side side) {
        return side == Side.LEFT ? "side-left" : "side-right";
    }

    private Frame frame(Who who, String title, String here, List<Frame.Crumb> crumbs, Optional<Frame.Banner> banner) {
        return new Frame(
                texts,
                title,
                Optional.of(who.account().displayName()),
                nav(who.role(), here),
                crumbs,
                banner,
                who.clinic().sample(),
                who.csrfToken(),
                folder(),
                Optional.empty(),
                (int) who.session().lockAfter().toSeconds());
    }

    private String folder() {
        String url = assets.url(STYLE);
        return url.substring(0, url.length() - STYLE.length());
    }

    private List<Frame.NavItem> nav(Role role, String here) {
        return places(role).stream()
                .map(place ->
                        new Frame.NavItem(texts.text("page.nav." + place), "/" + place, ("/" + place).equals(here)))
                .toList();
    }

    private static List<String> places(Role role) {
        return switch (role) {
            case CLINICIAN ->
                List.of(
                        "worklist",
                        "overview",
                        "patients",
                        "positions",
                        "sensors",
                        "analyse",
                        "imports",
                        "exports",
                        "formulas",
                        "about");
            case ASSISTANT -> List.of("worklist", "overview", "patients", "positions", "sensors", "formulas", "about");
            case PATIENT -> List.of("me", "about");
            case AUDITOR -> List.of("exports", "audit", "sensors", "positions/own", "formulas", "about");
            case OWNER ->
                List.of("people", "audit", "sensors", "positions/own", "imports", "erasures", "upkeep", "about");
        };
    }

    private Frame.Banner banner(Who who, Patient patient, Optional<Episode> episode) {
        Clinic clinic = who.clinic();
        Numbers numbers = new Numbers(clinic.displayUnit(), clinic.zone());
        return new Frame.Banner(
                patient.name(),
                initials(patient),
                numbers.date(patient.birthDate()),
                episode.map(open -> new Sides(texts).affected(open.involvement())),
                episode.flatMap(open -> open.involvement().injured()).map(Frames::css),
                "/patients/" + patient.id(),
                new SightNotes(texts).of(who, patient.id()));
    }

    static String initials(Patient patient) {
        return (first(patient.givenName()) + first(patient.familyName())).toUpperCase(Locale.ROOT);
    }

    private static String first(String name) {
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1));
    }
}
