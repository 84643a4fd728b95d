package org.plinth.web.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.plinth.web.clinic.EpisodeEntry;
import org.plinth.web.diary.EntryKind;
import org.plinth.web.diary.EntryKinds;
import org.plinth.web.diary.EntryWords;
import org.plinth.web.progress.EpisodeReading;
import org.plinth.web.progress.PrescriptionBlock;
import org.plinth.web.progress.PrescriptionBlocks;
import org.plinth.web.progress.ProgressWords;
import org.plinth.web.progress.ReadingWords;
import org.plinth.web.progress.ScoreCourse;
import org.plinth.web.progress.Warning;
import org.plinth.web.report.Audience;
import org.plinth.web.report.Report;
import org.plinth.web.report.Report.Grid;
import org.plinth.web.report.Report.Part;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Numbers;
import org.plinth.web.words.Sides;

/** Writes a report from an episode as it stood: the same words as on the pages that its reader knows. */
final class ReportContents {

    /** Of the person, not of the tests; what is open today is not a finding. */
    private static final Set<Warning.Kind> NOT_ON_PAPER = EnumSet.of(
            Warning.Kind.HOME_NUMB,
            Warning.Kind.HOME_PAIN,
            Warning.Kind.HOME_WORSE,
            Warning.Kind.RUN_PAIN,
            Warning.Kind.RUN_WORSE,
            Warning.Kind.SPACING_STAGE,
            Warning.Kind.SPACING,
            Warning.Kind.GOAL_PAST);

    private final Texts texts;
    private final Numbers numbers;
    private final ReportGround ground;
    private final ProgressWords progress;

    ReportContents(Texts texts, Numbers numbers, ReportGround ground) {
        this.texts = texts;
        this.numbers = numbers;
        this.ground = ground;
        this.progress = new ProgressWords(texts, numbers);
    }

    /** Empty for a letter about an episode that is not closed. */
    Optional<Report> of(Audience audience) {
        if (audience == Audience.DISCHARGE) {
            return ground.episode()
                    .closedOn()
                    .map(day -> report(
                            audience, lead(audience), new DischargeParts(texts, numbers, ground, progress).of(day)));
        }
        return Optional.of(
                report(audience, lead(audience), audience == Audience.PATIENT ? plain() : clinical(audience)));
    }

    private Report report(Audience audience, List<String> lead, List<Part> parts) {
        var patient = ground.file().file().patient();
        return new Report(
                audience,
                ground.asOf(),
                texts.text("report.title." + audience.name()),
                new Report.Person(patient.name(), numbers.date(patient.birthDate())),
                ground.file().clinic().sample(),
                lead,
                parts);
    }

    private List<String> lead(Audience audience) {
        List<String> lead = new ArrayList<>();
        lead.add(texts.text(
                "report.lead." + audience.name(), ground.file().clinic().name(), numbers.date(ground.asOf())));
        lead.add(about());
        lead.add(tested());
        long open = ground.visits().stream().filter(visit -> !visit.closed()).count();
        if (open > 0) {
            lead.add(texts.count("report.open", open));
        }
        return lead;
    }

    private String about() {
        String side = new Sides(texts).affected(ground.episode().involvement());
        String opened = numbers.date(ground.episode().openedOn());
        return ground.episode()
                .closedOn()
                .map(day -> texts.text(
                        "progress.about.closed", ground.episode().problem(), opened, numbers.date(day), side))
                .orElseGet(() -> texts.text("progress.about", ground.episode().problem(), opened, side));
    }

    private String tested() {
        List<LocalDate> days = ground.tested();
        return switch (days.size()) {
            case 0 -> texts.text("report.tested.none");
            case 1 -> texts.text("report.tested.one", numbers.date(days.get(0)));
            default ->
                texts.text(
                        "report.tested.many",
                        days.size(),
                        numbers.date(days.get(0)),
                        numbers.date(days.get(days.size() - 1)));
        };
    }

    private List<Part> plain() {
        List<Part> parts = new ArrayList<>(new ReportPositions(texts, numbers, ground).of(Audience.PATIENT));
        list("exercises", exercises()).ifPresent(parts::add);
        list("goals.mine", goals()).ifPresent(parts::add);
        parts.add(Part.of(
                "about",
                texts.text("page.me.about"),
                List.of(
                        texts.text("page.me.about.force"),
                        texts.text("page.me.about.days"),
                        texts.text("report.kept.plain"),
                        texts.text("page.me.notwatched"),
                        PageParts.whomToCall(texts, ground.file().clinic()),
                        PageParts.phone(texts, ground.file().clinic()))));
        return parts;
    }

    private List<Part> clinical(Audience audience) {
        ReportPositions positions = new ReportPositions(texts, numbers, ground);
        List<Part> parts = new ArrayList<>();
        parts.add(reading(audience));
        parts.addAll(positions.of(audience));
        outcomes(audience).ifPresent(parts::add);
        prescriptions(audience).ifPresent(parts::add);
        list("goals", goals()).ifPresent(parts::add);
        parts.add(Part.of("how", texts.text("report.part.how"), how(audience)));
        List<String> origin = new ArrayList<>(positions.provenance());
        origin.add(texts.text("report.provenance.recompute"));
        parts.add(Part.of("provenance", texts.text("report.part.provenance"), origin));
        return parts;
    }

    private Part reading(Audience audience) {
        EpisodeReading reading = ground.reading();
        ReadingWords words = new ReadingWords(texts, numbers);
        List<String> said = new ArrayList<>(words.headline(ground.episode(), reading.headline(), ground.courses()));
        reading.contributions().forEach(one -> said.add(words.contribution(one)));
        if (audience == Audience.REFERRER) {
            said.add(
                    ground.episode().closedOn().isPresent()
                            ? texts.text("progress.retest.closed")
                            : words.retest(reading.retest(), ground.asOf()));
        }
        List<String> warnings = reading.warnings().stream()
                .filter(warning -> !NOT_ON_PAPER.contains(warning.kind()))
                .map(progress::warning)
                .toList();
        return new Part("reading", texts.text("progress.reading"), said, warnings, List.of(), List.of());
    }

    private Optional<Part> outcomes(Audience audience) {
        List<ScoreCourse> courses = ScoreCourse.of(ground.entries());
        List<String> withheld = ScoreCourse.withheld(ground.entries()).map(progress::withheld).stream()
                .toList();
        if (courses.isEmpty()) {
            return Optional.empty();
        }
        boolean scale = audience.readsCriteria();
        List<String> head = new ArrayList<>(List.of(
                texts.text("progress.col.outcome"),
                texts.text("progress.col.newest"),
                texts.text("progress.col.change")));
        if (scale) {
            head.add(texts.text("progress.col.scale"));
        }
        List<List<String>> rows = new ArrayList<>();
        for (ScoreCourse course : courses) {
            List<String> row =
                    new ArrayList<>(List.of(progress.name(course), progress.newest(course), progress.change(course)));
            if (scale) {
                row.add(progress.scale(course.instrument()));
            }
            rows.add(row);
        }
        String title = texts.text("progress.outcomes");
        return Optional.of(new Part(
                "outcomes",
                title,
                withheld,
                scale ? sources(courses) : List.of(),
                List.of(new Grid(texts.text("report.grid", title), head, rows)),
                List.of()));
    }

    /** What the changes were judged by, once for each scale. */
    private List<String> sources(List<ScoreCourse> courses) {
        return courses.stream()
                .flatMap(course -> progress.source(course).stream())
                .distinct()
                .toList();
    }

    private Optional<Part> prescriptions(Audience audience) {
        List<EpisodeEntry> shown = audience == Audience.PAYER
                ? ground.entries().stream().map(ReportContents::withoutNote).toList()
                : ground.entries();
        List<PrescriptionBlock> blocks = PrescriptionBlocks.of(shown, ground.courses(), ground.asOf());
        if (blocks.isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> rows = new ArrayList<>();
        for (PrescriptionBlock block : blocks) {
            List<String> after = new ArrayList<>(
                    block.results().stream().map(progress::result).toList());
            progress.alongside(block).ifPresent(after::add);
            rows.add(List.of(
                    numbers.date(block.from()),
                    String.join(
                            "\n",
                            block.prescriptions().stream()
                                    .map(progress::prescription)
                                    .toList()),
                    String.join("\n", after)));
        }
        String title = texts.text("progress.prescriptions");
        List<String> head = List.of(
                texts.text("report.col.from"), texts.text("report.col.prescribed"), texts.text("report.col.after"));
        return Optional.of(new Part(
                "prescriptions",
                title,
                List.of(),
                List.of(),
                List.of(new Grid(texts.text("report.grid", title), head, rows)),
                List.of()));
    }

    /** As it may go to whoever does not treat her. */
    static EpisodeEntry withoutNote(EpisodeEntry entry) {
        Map<String, String> values = new TreeMap<>(entry.values());
        values.remove("note");
        return entry.with(entry.date(), values);
    }

    private Optional<Part> list(String id, List<String> items) {
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part(
                        id.replace('.', '-'), texts.text("report.part." + id), List.of(), items, List.of(), List.of()));
    }

    private List<String> exercises() {
        return ground.prescribed().stream().map(progress::prescription).toList();
    }

    private List<String> goals() {
        EntryKind kind = EntryKinds.find("goal").orElseThrow();
        EntryWords words = new EntryWords(texts, numbers);
        return ground.of("goal").stream().map(goal -> words.line(kind, goal)).toList();
    }

    private List<String> how(Audience audience) {
        List<String> said = new ArrayList<>(List.of(
                texts.text("report.how.value"),
                texts.text("report.how.error"),
                texts.text("report.how.likely"),
                texts.text("report.how.hollow"),
                texts.text("report.how.kept")));
        if (audience.readsCriteria()) {
            said.add(texts.text("report.how.line"));
        }
        said.add(texts.text("report.how.not"));
        return said;
    }
}
