package org.plinth.web.diary;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All kinds of entries. A new one is a constant beside those like it; a new score is a new instrument. */
public final class EntryKinds {

    private static final List<EntryKind> ALL = Stream.of(
                    Findings.ALL.stream(),
                    Complaints.ALL.stream(),
                    Scores.kinds(),
                    Treatment.ALL.stream(),
                    ReportKind.ALL.stream(),
                    ImportedKinds.ALL.stream())
            .flatMap(kinds -> kinds)
            .toList();

    private EntryKinds() {}

    /** In the order of the page. */
    public static List<EntryKind> all() {
        return ALL;
    }

    /** The one with this id. */
    public static Optional<EntryKind> find(String id) {
        return ALL.stream().filter(kind -> kind.id().equals(id)).findFirst();
    }
}
