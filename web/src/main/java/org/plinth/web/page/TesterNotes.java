package org.plinth.web.page;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.PositionTest;
import org.plinth.web.store.Store;
import org.plinth.web.text.Texts;
import org.plinth.web.words.Linked;

/** Who tested, where it was written down: not always who was logged in (decision S13). */
final class TesterNotes {

    private final Store store;
    private final Texts texts;
    private final Function<Id<Account>, String> names;

    TesterNotes(Store store, Texts texts, Function<Id<Account>, String> names) {
        this.store = store;
        this.texts = texts;
        this.names = names;
    }

    /** All who tested in this test, by name. */
    List<Linked> of(Id<Clinic> clinic, Id<PositionTest> test) {
        String by = store.read(stores -> stores.testers().ofTest(clinic, test)).values().stream()
                .distinct()
                .map(names)
                .sorted()
                .collect(Collectors.joining(", "));
        return by.isEmpty() ? List.of() : List.of(Linked.words(texts.text("stage.tester.note", by)));
    }
}
