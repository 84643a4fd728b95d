package org.plinth.web.integrity;

import java.io.PrintWriter;
import java.util.Set;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.measure.Engine;
import org.plinth.web.text.Texts;

/** One sentence a line, for people. */
final class RecomputeText implements RecomputeReport {

    private final PrintWriter out;
    private final Texts texts;

    RecomputeText(PrintWriter out, Texts texts) {
        this.out = out;
        this.texts = texts;
    }

    private void print(String key, Object... values) {
        out.println(texts.text(key, values));
    }

    @Override
    public void difference(Difference difference) {
        String nothing = texts.text("integrity.nothing");
        print(
                "integrity.difference",
                place(difference.place()),
                difference.what(),
                difference.stored().orElse(nothing),
                difference
                        .storedEngine()
                        .map(version -> texts.text("integrity.by-engine", version))
                        .orElse(""),
                difference.now().orElse(nothing),
                texts.text("integrity.by-engine", difference.nowEngine()));
    }

    private String place(Difference.Place place) {
        StringBuilder words = new StringBuilder(texts.text("integrity.place.test", place.test()));
        place.recording().ifPresent(id -> words.append(texts.text("integrity.place.recording", id)));
        place.side().ifPresent(side -> words.append(texts.text("integrity.place." + side)));
        place.effort().ifPresent(number -> words.append(texts.text("integrity.place.effort", number)));
        return words.toString();
    }

    @Override
    public void unreadable(Unreadable unreadable) {
        print(
                "integrity.unreadable",
                place(Difference.Place.ofRecording(unreadable.recording())),
                texts.text("integrity.reason." + unreadable.reason()));
    }

    @Override
    public void otherEngines(Id<PositionTest> test, Set<String> stored) {
        print(
                "integrity.other-engine",
                place(Difference.Place.ofTest(test)),
                String.join(", ", stored),
                Engine.VERSION);
    }

    @Override
    public void written(Id<PositionTest> test) {
        print("integrity.written", place(Difference.Place.ofTest(test)));
    }

    @Override
    public void notWritten(Id<PositionTest> test, NotWritten why) {
        print(
                "integrity.not-written",
                place(Difference.Place.ofTest(test)),
                texts.text("integrity.not-written." + why));
    }

    @Override
    public void summary(Summary summary) {
        print("integrity.summary.engine", Engine.VERSION);
        print("integrity.summary.looked", summary.visits(), summary.tests(), summary.recordings(), summary.efforts());
        print(
                "integrity.summary.compared",
                summary.results(),
                summary.symmetries(),
                summary.sameTests(),
                summary.uncheckedTests());
        print("integrity.summary.found", summary.differences(), summary.unreadable(), summary.unfinished());
        if (summary.otherEngineTests() > 0) {
            print("integrity.summary.other-engine", summary.otherEngineTests());
        }
        if (summary.writtenTests() > 0) {
            print("integrity.summary.written", summary.writtenTests());
        }
        if (!summary.whole()) {
            print("integrity.summary.stopped");
        }
        print(summary.isSame() ? "integrity.summary.same" : "integrity.summary.not-same");
    }
}
