package org.plinth.web.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.core.position.PositionCatalogue;
import org.plinth.core.quantity.ForceUnit;
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
import org.plinth.web.store.Passwords;
import org.plinth.web.store.PatientStore;
import org.plinth.web.store.Stores;
import org.plinth.web.testkit.VisitFloorKit;
import org.plinth.web.text.Texts;
import org.plinth.web.trust.TrustBook;
import org.plinth.web.words.ChangeWords;
import org.plinth.web.words.Numbers;
import org.plinth.web.words.Said;
import org.plinth.web.words.SymmetryWords;

/**
 * What is said of each course of the sample clinic, word for word: to clinician and patient. The expected text was read line by line
 * against the made-up strengths; after a change of words the new one lies in {@code target/sample-progress.txt}, to be read again.
 */
@Tag("slow")
class SampleProgressTest {

    private static final Instant NOW = Instant.parse("2026-08-06T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 6);
    private static final String EXPECTED = "progress.txt";

    private static final List<String> NAMES = List.of(
            "Sample Ada",
            "Sample Ben",
            "Sample Cora",
            "Sample Dev",
            "Sample Eva",
            "Sample Finn",
            "Sample Gita",
            "Sample Hugo",
            "Sample Ines",
            "Sample Jon",
            "Sample Kira",
            "Sample Leo");

    @TempDir
    private Path root;

    private final Texts texts = Texts.bundled();
    private final Numbers numbers = new Numbers(ForceUnit.NEWTON, ZoneOffset.UTC);

    @Test
    void each_course_leads_to_its_sentences() throws IOException {
        try (VisitFloorKit kit = VisitFloorKit.open(root)) {
            Clinic clinic = new SampleClinic(
                            kit.database(),
                            kit.journals(),
                            PositionCatalogue.bundled(),
                            new Passwords(),
                            Clock.fixed(NOW, ZoneOffset.UTC))
                    .make((done, of) -> {});
            String said = NAMES.stream()
                    .map(name -> kit.database().read(stores -> said(stores, clinic, name)))
                    .collect(Collectors.joining("\n"));
            Files.createDirectories(Path.of("target"));
            Files.writeString(Path.of("target", "sample-progress.txt"), said);

            assertThat(said).isEqualTo(expected());
        }
    }

    private static String expected() throws IOException {
        try (InputStream in = SampleProgressTest.class.getResourceAsStream(EXPECTED)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String said(Stores stores, Clinic clinic, String name) {
        Patient patient = stores.patients().search(clinic.id(), name, 5).get(0);
        PatientStore.PatientFile file =
                stores.patients().file(clinic.id(), patient.id()).orElseThrow();
        Episode episode = file.episodes().get(0);
        List<EpisodeEntry> entries = stores.entries().ofEpisode(clinic.id(), episode.id());
        List<Course> courses = new Courses(
                        PositionCatalogue.bundled(), TrustBook.ofPatient(stores, clinic.id(), patient.id()))
                .of(episode, file.results(), file.symmetries());
        StringBuilder said = new StringBuilder("# " + name + "\n");
        EpisodeReading reading = EpisodeReading.of(episode, courses, entries, TODAY);
        ProgressWords words = new ProgressWords(texts, numbers);
        lines(said, "", new ReadingWords(texts, numbers).sentences(episode, reading, courses, TODAY));
        lines(said, "! ", reading.warnings().stream().map(words::warning).toList());
        for (PrescriptionBlock block : PrescriptionBlocks.of(entries, courses, TODAY)) {
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
