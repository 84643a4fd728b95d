package org.plinth.web.page;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.plinth.web.EngineVersion;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Patient;
import org.plinth.web.fresh.Stamp;
import org.plinth.web.hash.Sha256;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;
import org.plinth.web.http.Who;

/**
 * Entity tags of charts: of the stamp that the patient's data stand under, and of all else that a picture rests on. Whoever has the
 * picture of this tag is told so before any result is read. Browsers keep no picture of a patient all the same ({@code no-store}); this
 * is for programs.
 */
final class ChartTags {

    private static final int DIGITS = 32;

    private final PageParts parts;
    private final String engine = EngineVersion.current();

    ChartTags(PageParts parts) {
        this.parts = parts;
    }

    /**
     * 304, or what {@code drawing} gives with its tag. The tag is older than what is drawn, if anything: a change in between makes the
     * next tag another one.
     *
     * @param patient whose chart, whom the caller may see
     * @param what its path says: kind, theme and size
     */
    Reply answer(Request request, Id<Patient> patient, List<Object> what, Supplier<Reply> drawing) {
        Who who = request.who();
        Optional<Stamp> stamp =
                parts.store().read(stores -> parts.kept().freshness().of(stores, who.clinicId(), patient));
        if (stamp.isEmpty()) {
            return drawing.get();
        }
        String tag = tag(request, stamp.get(), patient, what);
        return has(request, tag) ? Reply.notModified(tag) : drawing.get().withEtag(tag);
    }

    private String tag(Request request, Stamp stamp, Id<Patient> patient, List<Object> what) {
        Clinic clinic = request.who().clinic();
        List<Object> restsOn = List.of(
                engine,
                stamp.hash(),
                clinic.id(),
                patient,
                clinic.displayUnit(),
                clinic.thresholdPercent(),
                clinic.zone(),
                LocalDate.ofInstant(request.at(), clinic.zone()),
                request.who().role(),
                what);
        return Sha256.hex(restsOn.toString()).substring(0, DIGITS);
    }

    private static boolean has(Request request, String tag) {
        String wanted = '"' + tag + '"';
        return request.header("If-None-Match").stream()
                .flatMap(tags -> Arrays.stream(tags.split(",", -1)))
                .map(String::strip)
                .anyMatch(one -> one.equals(wanted) || one.equals("W/" + wanted));
    }
}
