package org.plinth.web.analyse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plinth.core.visit.Side;
import org.plinth.web.text.Texts;

/** An analysis for people: the number first, its unit always, then what it means, then how sure. Any thread. */
public final class AnalysisText {

    private final Texts texts;
    private final Words words;
    private final RecordingText recordings;
    private final SymmetryText symmetry;

    /** One that speaks from this catalogue. */
    public AnalysisText(Texts texts) {
        this.texts = texts;
        this.words = new Words(texts);
        this.recordings = new RecordingText(texts, words);
        this.symmetry = new SymmetryText(texts, words);
    }

    /** The lines, in order, without line ends. */
    public List<String> lines(Analysis analysis) {
        List<String> lines = new ArrayList<>();
        for (RecordingAnalysis recording : analysis.recordings()) {
            lines.addAll(recordings.lines(recording));
        }
        for (Map.Entry<Side, SideResult> side : analysis.sides().entrySet()) {
            lines.add(sideLine(side.getKey(), side.getValue()));
        }
        boolean isSided =
                analysis.recordings().stream().map(RecordingAnalysis::side).anyMatch(Optional::isPresent);
        if (isSided) {
            lines.addAll(symmetry.lines(analysis.symmetry()));
        }
        return lines;
    }

    private String sideLine(Side side, SideResult result) {
        return texts.count(
                "analyse.side",
                result.value().k(),
                words.side(side),
                words.force(result.value().best()),
                words.force(result.value().mean()),
                words.name("metric", result.quantity().metricId()));
    }
}
