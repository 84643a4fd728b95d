package org.plinth.web.page;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plinth.core.quantity.Force;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.core.signal.TraceQuality;
import org.plinth.core.symmetry.SymmetryOutcome.Symmetry;
import org.plinth.core.visit.Side;
import org.plinth.web.analyse.Analysis;
import org.plinth.web.analyse.EffortAnalysis;
import org.plinth.web.analyse.Quantity;
import org.plinth.web.analyse.RecordingAnalysis;
import org.plinth.web.text.Texts;
import org.plinth.web.words.FlagWords;
import org.plinth.web.words.Linked;
import org.plinth.web.words.NumberLinks;
import org.plinth.web.words.Numbers;
import org.plinth.web.words.Said;
import org.plinth.web.words.Sides;
import org.plinth.web.words.SymmetryWords;

/** What was found in files, in words. In newtons, whatever the file had. */
final class AnalysisViews {

    private static final double MICROS = 1e6;

    /** Nothing is stored, so there is no page of these numbers: each leads to its formula. */
    private static final NumberLinks LINKS = NumberLinks.toFormulas();

    private final Texts texts;
    private final Numbers numbers = new Numbers(ForceUnit.NEWTON, ZoneOffset.UTC);
    private final Sides sides;
    private final FlagWords flags;
    private final SymmetryWords symmetry;

    AnalysisViews(Texts texts) {
        this.texts = texts;
        this.sides = new Sides(texts);
        this.flags = new FlagWords(texts);
        this.symmetry = new SymmetryWords(texts, numbers);
    }

    AnalyseView.Account of(Analysis analysis) {
        Optional<Symmetry> ratio = analysis.symmetry().symmetry();
        List<Said> lines = new ArrayList<>();
        ratio.map(symmetry::state).ifPresent(lines::add);
        ratio.flatMap(symmetry::basis).ifPresent(lines::add);
        ratio.flatMap(symmetry::pretension).ifPresent(lines::add);
        ratio.ifPresent(known -> flags.results(known.flags()).forEach(flag -> lines.add(Said.words(flag))));
        return new AnalyseView.Account(
                LINKS.of(symmetry.sentence(
                        value(analysis, Side.LEFT), value(analysis, Side.RIGHT), analysis.symmetry())),
                LINKS.of(lines),
                analysis.recordings().stream().map(this::recording).toList());
    }

    private static Optional<Force> value(Analysis analysis, Side side) {
        return Optional.ofNullable(analysis.sides().get(side))
                .map(result -> result.value().best());
    }

    private AnalyseView.Recording recording(RecordingAnalysis recording) {
        String side = recording.side().map(sides::name).orElseGet(() -> texts.text("page.unknown.notknown"));
        List<AnalyseView.Effort> efforts = new ArrayList<>();
        for (EffortAnalysis effort : recording.efforts()) {
            efforts.add(effort(effort));
        }
        return new AnalyseView.Recording(
                texts.text("page.analyse.recording", side, recording.file()), about(recording), efforts);
    }

    private Linked about(RecordingAnalysis recording) {
        return LINKS.of(Said.of(
                texts,
                "page.analyse.about",
                Integer.toString(recording.samples()),
                Said.number(numbers.fine(recording.durationMicros() / MICROS), "duration_s"),
                recording
                        .quality()
                        .map(TraceQuality::effectiveRateHz)
                        .map(rate -> Said.number(numbers.whole(rate), "effectiveRate_Hz"))
                        .orElseGet(() -> Said.words(texts.text("page.unknown.notknown"))),
                Integer.toString(recording.gaps().size())));
    }

    private AnalyseView.Effort effort(EffortAnalysis effort) {
        List<String> notes = new ArrayList<>();
        effort.effort().rejection().ifPresent(why -> notes.add(texts.text("page.rejection." + why.name())));
        notes.addAll(flags.efforts(effort.effort().flags()));
        return new AnalyseView.Effort(
                Integer.toString(effort.effort().number()),
                force(effort, Quantity.PEAK_100),
                force(effort, Quantity.GREATEST_SAMPLE),
                LINKS.of(Said.number(numbers.force(effort.effort().baseline()), "baseline_N")),
                notes.isEmpty() ? texts.text("page.table.notes.none") : String.join("; ", notes));
    }

    private Linked force(EffortAnalysis effort, Quantity quantity) {
        return LINKS.of(effort.force(quantity.metricId())
                .map(value -> Said.number(numbers.force(value), quantity.metricId()))
                .or(() -> Optional.ofNullable(effort.withheld().get(quantity.metricId()))
                        .map(why -> Said.words(texts.text("page.withheld." + why.name()))))
                .orElseGet(() -> Said.words(texts.text("page.unknown.notmeasured"))));
    }
}
