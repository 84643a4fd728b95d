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
import org.plinth.web.words.Numbers;
import org.plinth.web.words.Sides;
import org.plinth.web.words.SymmetryWords;

/** What was found in files, in words. In newtons, whatever the file had. */
final class AnalysisViews {

    private static final double MICROS = 1e6;

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
        List<String> lines = new ArrayList<>();
        ratio.map(symmetry::state).ifPresent(lines::add);
        ratio.flatMap(symmetry::basis).ifPresent(lines::add);
        ratio.flatMap(symmetry::pretension).ifPresent(lines::add);
        ratio.ifPresent(known -> lines.addAll(flags.results(known.flags())));
        return new AnalyseView.Account(
                symmetry.sentence(value(analysis, Side.LEFT), value(analysis, Side.RIGHT), analysis.symmetry()),
                lines,
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

    private String about(RecordingAnalysis recording) {
        return texts.text(
                "page.analyse.about",
                Integer.toString(recording.samples()),
                numbers.fine(recording.durationMicros() / MICROS),
                recording
                        .quality()
                        .map(TraceQuality::effectiveRateHz)
                        .map(numbers::whole)
                        .orElseGet(() -> texts.text("page.unknown.notknown")),
                Integer.toString(recording.gaps().size()));
    }

    private AnalyseView.Effort effort(EffortAnalysis effort) {
        List<String> notes = new ArrayList<>();
        effort.effort().rejection().ifPresent(why -> notes.add(texts.text("page.rejection." + why.name())));
        notes.addAll(flags.efforts(effort.effort().flags()));
        return new AnalyseView.Effort(
                Integer.toString(effort.effort().number()),
                force(effort, Quantity.PEAK_100),
                force(effort, Quantity.GREATEST_SAMPLE),
                numbers.force(effort.effort().baseline()),
                notes.isEmpty() ? texts.text("page.table.notes.none") : String.join("; ", notes));
    }

    private String force(EffortAnalysis effort, Quantity quantity) {
        return effort.force(quantity.metricId())
                .map(numbers::force)
                .or(() -> Optional.ofNullable(effort.withheld().get(quantity.metricId()))
                        .map(why -> texts.text("page.withheld." + why.name())))
                .orElseGet(() -> texts.text("page.unknown.notmeasured"));
    }
}
