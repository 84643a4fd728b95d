package org.plinth.web.page;

import java.util.ArrayList;
import java.util.List;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Feedback;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.store.Store;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Linked;

/** By which cues the efforts of a test were made: a flag on the point, no part of its series (decision M21). */
final class CueNotes {

    private final Store store;
    private final Texts texts;

    CueNotes(Store store, Texts texts) {
        this.store = store;
        this.texts = texts;
    }

    /** Each condition that efforts of the test were made under; more than one is said to be so. Nothing where nobody could tell. */
    List<Linked> of(Id<Clinic> clinic, Id<PositionTest> test) {
        List<String> found = store.read(stores -> stores.feedback().ofTest(clinic, test)).values().stream()
                .distinct()
                .map(this::words)
                .distinct()
                .sorted()
                .toList();
        List<Linked> notes = new ArrayList<>();
        if (found.size() > 1) {
            notes.add(Linked.words(texts.text("cue.note.changed")));
        }
        found.forEach(words -> notes.add(Linked.words(texts.text("cue.note", words))));
        return notes;
    }

    private String words(Feedback feedback) {
        List<String> ways = new ArrayList<>();
        if (feedback.tones()) {
            ways.add(texts.text("stage.say.tones"));
        }
        if (feedback.voice()) {
            ways.add(texts.text("stage.say.voice"));
        }
        String by = ways.isEmpty() ? texts.text("stage.say.text") : String.join(texts.text("stage.say.and"), ways);
        String cues = feedback.cues().isEmpty()
                ? texts.text("stage.say.none")
                : texts.text("stage.say.cues", feedback.cues().size(), by);
        return feedback.patientSees() ? cues + texts.text("stage.say.sees") : cues;
    }
}
