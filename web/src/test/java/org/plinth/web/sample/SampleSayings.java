package org.plinth.web.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.visit.Side;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Episode;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.clinic.Patient;
import org.plinth.web.measure.Course;
import org.plinth.web.measure.Courses;
import org.plinth.web.measure.SymmetryPoint;
import org.plinth.web.progress.EpisodeReading;
import org.plinth.web.progress.PrescriptionBlock;
import org.plinth.web.progress.PrescriptionBlocks;
import org.plinth.web.progress.ProgressWords;
import org.plinth.web.progress.ReadingWords;
import org.plinth.web.progress.ScoreCourse;
import org.plinth.web.store.PatientStore;
import org.plinth.web.store.Stores;
import org.plinth.web.text.Texts;
import org.plinth.web.trust.TrustBook;
import org.plinth.web.words.ChangeWords;
import org.plinth.web.words.Numbers;
import org.plinth.web.words.Said;
import org.plinth.web.words.SymmetryWords;

/** All that is said of one sample person on one day: to the clinician, then, after "me:", to her. */
final class SampleSayings {

    private final Texts texts;
    private final Numbers numbers;
    private final LocalDate today;

    SampleSayings(Texts texts, Numbers numbers, LocalDate today) {
        this.texts = texts;
        this.numbers = numbers;
        this.today = today;
    }

    String of(Stores stores, Clinic clinic, String name) {
        Patient patient = stores.patients().search(clinic.id(), name, 5).get(0);
        PatientStore.PatientFile file =
                stores.patients().file(clinic.id(), patient.id()).orElseThrow();
        Episode episode = file.episodes().get(0);
        List<EpisodeEntry> entries = stores.entries().ofEpisode(clinic.id(), episode.id());
        List<Course> courses = new Courses(
                        PositionCatalogue.bundled(), TrustBook.ofPatient(stores, clinic.id(), patient.id()))
                .of(episode, file.results(), file.symmetries());
        StringBuilder said = new StringBuilder("# " + name + "\n");
        EpisodeReading reading = EpisodeReading.of(episode, courses, entries, today);
        ProgressWords words = new ProgressWords(texts, numbers);
        lines(said, "", new ReadingWords(texts, numbers).sentences(episode, reading, courses, today));
        lines(said, "! ", reading.warnings().stream().map(words::warning).toList());
        for (PrescriptionBlock block : PrescriptionBlocks.of(entries, courses, today)) {
            lines(
                    said,
                    "> " + block.from() + " ",
                    block.prescriptions().stream().map(words::prescription).toList());
            lines(said, "> ", block.results().stream().map(words::result).toList());
            lines(said, "> ", words.alongside(block).stream().toList());
        }
        lines(
                said,
                "~ ",
                ScoreCourse.of(entries).stream()
                        .map(course -> words.name(course) + ": " + words.newest(course) + ". " + words.change(course))
                        .toList());
        courses.forEach(course -> lines(said, "me: ", plain(course)));
        return said.toString();
    }

    private List<String> plain(Course course) {
        ChangeWords change = new ChangeWords(texts, numbers);
        SymmetryWords symmetry = new SymmetryWords(texts, numbers);
        List<String> all = course.symmetries().stream()
                .reduce((a, b) -> b)
                .map(SymmetryPoint::symmetry)
                .flatMap(stored -> stored.outcome().symmetry())
                .map(symmetry::plain)
                .map(Said::text)
                .stream()
                .collect(Collectors.toList());
        for (Side side : Side.values()) {
            course.side(side)
                    .current()
                    .ifPresent(segment -> all.add(
                            change.plain(side, segment).stream().map(Said::text).collect(Collectors.joining(" "))));
        }
        return all;
    }

    private static void lines(StringBuilder said, String mark, List<String> lines) {
        lines.forEach(line -> said.append(mark).append(line).append('\n'));
    }
}
