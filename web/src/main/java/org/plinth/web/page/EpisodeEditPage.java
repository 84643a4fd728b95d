package org.plinth.web.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plinth.core.programme.Retest;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.clinic.SideResult;
import org.plinth.web.clinic.TestSymmetry;
import org.plinth.web.clinic.Visit;
import org.plinth.web.diary.EntryKind;
import org.plinth.web.diary.EntryKinds;
import org.plinth.web.diary.EntryReader;
import org.plinth.web.edit.EpisodeFields;
import org.plinth.web.edit.PatientFields;
import org.plinth.web.http.BadRequest;
import org.plinth.web.http.Fields;
import org.plinth.web.http.HttpFailure;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;
import org.plinth.web.http.Who;
import org.plinth.web.store.Act;
import org.plinth.web.store.HistoryStore.Kind;
import org.plinth.web.store.StoreFailure;
import org.plinth.web.store.Stores;

/**
 * {@code GET|POST /patients/:id/episodes/:episode/edit}: problem, injured leg and days; {@code POST …/close} and {@code …/reopen}. 303 to the
 * patient's page; 400 with the form and what is wrong; 409 for another patient's episode; 412 with what somebody else wrote
 * beside what was typed here.
 */
final class EpisodeEditPage implements WebModule {

    private static final String[] NAMES = {
        EpisodeFields.PROBLEM, EpisodeFields.INJURED, EpisodeFields.OPENED, EpisodeFields.TREATED, EpisodeFields.REASON
    };
    private static final EntryKind CLOSING = EntryKinds.find("closing").orElseThrow();
    private static final String[] ENDING = Stream.concat(
                    Stream.of(EpisodeFields.CLOSED, EpisodeFields.CLOSE_REASON, EpisodeFields.REASON), CLOSING.inputs())
            .toArray(String[]::new);

    /** A test this long before the end is none of the end [days]; assumed, as long as from one test to the next. */
    private static final long EXIT_TEST_DAYS = Retest.ROUTINE_DAYS;

    private final PageParts parts;

    EpisodeEditPage(PageParts parts) {
        this.parts = parts;
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/patients/:id/episodes/:episode/edit", request -> {
            Known known = known(request);
            return form(request, known, Shown.of(known.episode()));
        });
        routes.post("/patients/:id/episodes/:episode/edit", this::save);
        routes.post("/patients/:id/episodes/:episode/close", this::close);
        routes.post("/patients/:id/episodes/:episode/reopen", this::reopen);
    }

    private record Known(Patient patient, Episode episode, long compared, Optional<LocalDate> tested) {

        String href() {
            return "/patients/" + patient.id();
        }
    }

    private record Shown(int version, Form form, Form ending, Optional<EditView.Conflict> conflict) {

        static Shown of(Episode episode) {
            return new Shown(episode.version(), Form.of(EpisodeFields.of(episode)), Form.empty(), Optional.empty());
        }
    }

    private Known known(Request request) {
        Id<Clinic> clinic = request.who().clinicId();
        Id<Patient> patient = request.id("id");
        Id<Episode> episode = request.id("episode");
        Known found = parts.store()
                .read(stores -> stores.patients().find(clinic, patient).flatMap(person -> stores.episodes()
                        .find(clinic, episode)
                        .map(one -> new Known(
                                person,
                                one,
                                compared(
                                        one,
                                        stores.visits().ofPatient(clinic, patient),
                                        stores.results().symmetriesOfPatient(clinic, patient)),
                                tested(stores, one)))))
                .orElseThrow(HttpFailure::notFound);
        if (!found.episode().patient().equals(patient)) {
            throw new HttpFailure(409, "OTHER_PATIENT", Optional.of("episode"), "http.visit.otherPatient");
        }
        return found;
    }

    /** The day of the newest result of an episode; empty where there is only the first. */
    private static Optional<LocalDate> tested(Stores stores, Episode episode) {
        Set<Id<Visit>> own = stores.visits().ofPatient(episode.clinic(), episode.patient()).stream()
                .filter(visit -> visit.episode().equals(episode.id()))
                .map(Visit::id)
                .collect(Collectors.toSet());
        return stores.results().ofPatient(episode.clinic(), episode.patient()).stream()
                .filter(result -> own.contains(result.visit()))
                .map(SideResult::date)
                .distinct()
                .sorted()
                .skip(1) // the first is where she began, and no exit
                .reduce((earlier, later) -> later);
    }

    private static long compared(Episode episode, List<Visit> visits, List<TestSymmetry> symmetries) {
        List<Id<Visit>> own = visits.stream()
                .filter(visit -> visit.episode().equals(episode.id()))
                .map(Visit::id)
                .toList();
        return symmetries.stream()
                .filter(symmetry -> own.contains(symmetry.visit()))
                .count();
    }

    private Reply form(Request request, Known known, Shown shown) {
        Frame frame = parts.frames()
                .about(
                        request.who(),
                        parts.texts().text("privacy.edit.episode"),
                        known.patient(),
                        Optional.of(known.episode()),
                        parts.frames().toPatient(known.patient()));
        EditView view = new EditView(
                known.href() + "/episodes/" + known.episode().id(),
                known.href(),
                Integer.toString(shown.version()),
                shown.form(),
                shown.conflict(),
                known.compared() == 0
                        ? List.of()
                        : List.of(parts.texts().count("privacy.edit.side.compared", known.compared())),
                known.episode().closedOn().isPresent(),
                shown.ending(),
                new EntryFields(parts.texts(), PageParts.numbers(request.who().clinic())).of(CLOSING));
        return parts.page("episodeedit", frame, view);
    }

    private Reply save(Request request) {
        Known known = known(request);
        Fields fields = request.fields(NAMES);
        int seen = request.versionSeen();
        try {
            LocalDate born = known.patient().birthDate();
            Episode changed = EpisodeFields.read(fields, known.episode(), born, today(request));
            return amended(request, "episode.amend", reason(fields), changed, seen);
        } catch (BadRequest wrong) {
            Form again = new Typed(parts.texts()).again(fields, wrong, NAMES);
            return form(request, known, new Shown(seen, again, Form.empty(), Optional.empty()))
                    .withStatus(400);
        } catch (StoreFailure refused) {
            return refused(request, known, fields, seen, refused);
        }
    }

    private Reply refused(Request request, Known known, Fields fields, int seen, StoreFailure refused) {
        Form typed = Typed.of(fields, NAMES);
        if (refused.reason() == StoreFailure.Reason.INVALID) {
            String field = refused.field().orElse(EpisodeFields.OPENED);
            Form again = new Form(typed.values(), Map.of(field, parts.texts().text("privacy.edit.wrong." + field)));
            return form(request, known, new Shown(seen, again, Form.empty(), Optional.empty()))
                    .withStatus(400);
        }
        if (refused.reason() == StoreFailure.Reason.OLD_VERSION
                && refused.current().orElse(refused) instanceof Episode now) {
            EditView.Conflict conflict = new EditConflict(parts)
                    .of(
                            request.who(),
                            Kind.EPISODE,
                            known.patient().id(),
                            now.id(),
                            EpisodeFields.NAMES,
                            EpisodeFields.of(now),
                            typed);
            return form(request, known, new Shown(now.version(), typed, Form.empty(), Optional.of(conflict)))
                    .withStatus(412);
        }
        throw refused;
    }

    private Reply close(Request request) {
        Known known = known(request);
        Fields fields = request.fields(ENDING);
        int seen = request.versionSeen();
        if (known.episode().closedOn().isPresent()) {
            throw HttpFailure.conflict("privacy.episode.closed");
        }
        try {
            Episode closed = EpisodeFields.readClosed(fields, known.episode(), today(request));
            EpisodeEntry how = how(request, known, fields, closed.closedOn().orElseThrow());
            Act act =
                    PageParts.act(request, "episode.close", closed.closeReason().orElse(""));
            parts.desk().closeEpisode(act, closed, seen, how);
            return Reply.seeOther(known.href() + "/episodes/" + closed.id());
        } catch (BadRequest wrong) {
            return ending(request, known, seen, new Typed(parts.texts()).again(fields, wrong, ENDING));
        } catch (StoreFailure refused) {
            if (refused.reason() != StoreFailure.Reason.INVALID) {
                throw refused;
            }
            String field = refused.field().orElse(EpisodeFields.CLOSED);
            Form typed = Typed.of(fields, ENDING);
            return ending(
                    request,
                    known,
                    seen,
                    new Form(typed.values(), Map.of(field, parts.texts().text("privacy.edit.wrong." + field))));
        }
    }

    /** How it ended; an exit test that was done must be there. */
    private EpisodeEntry how(Request request, Known known, Fields fields, LocalDate last) {
        EntryReader reader = new EntryReader(CLOSING, fields, known.patient().birthDate(), today(request));
        SortedMap<String, String> values = reader.values();
        boolean recent = known.tested()
                .filter(day -> !day.isBefore(last.minusDays(EXIT_TEST_DAYS)))
                .isPresent();
        if ("DONE".equals(values.get("exitTest")) && !recent) {
            throw new BadRequest("exitTest", "diary.wrong.closing.notest", EXIT_TEST_DAYS);
        }
        return new EpisodeEntry(
                Id.random(parts.random()),
                request.who().clinicId(),
                known.patient().id(),
                known.episode().id(),
                1,
                CLOSING.id(),
                last,
                values,
                false,
                request.at(),
                request.who().id());
    }

    private Reply ending(Request request, Known known, int seen, Form ending) {
        Form stored = Form.of(EpisodeFields.of(known.episode()));
        return form(request, known, new Shown(seen, stored, ending, Optional.empty()))
                .withStatus(400);
    }

    private Reply reopen(Request request) {
        Known known = known(request);
        Fields fields = request.fields(EpisodeFields.REASON);
        if (known.episode().closedOn().isEmpty()) {
            throw HttpFailure.conflict("privacy.episode.open");
        }
        int seen = request.versionSeen();
        return amended(request, "episode.reopen", reason(fields), EpisodeFields.reopened(known.episode()), seen);
    }

    private Reply amended(Request request, String action, String reason, Episode changed, int seen) {
        parts.desk().amendEpisode(PageParts.act(request, action, reason), changed, seen);
        return Reply.seeOther("/patients/" + changed.patient());
    }

    private static String reason(Fields fields) {
        return fields.text(EpisodeFields.REASON, PatientFields.MOST_REASON);
    }

    private static LocalDate today(Request request) {
        Who who = request.who();
        return LocalDate.ofInstant(request.at(), who.clinic().zone());
    }
}
