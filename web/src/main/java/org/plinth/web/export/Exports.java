package org.plinth.web.export;

import java.util.List;
import java.util.Optional;

/** Every export, one line each. */
public final class Exports {

    private static final List<Export> ALL = List.of(new AuditExport(), new RawExport(), new FhirExport());

    private Exports() {}

    /** All of them. */
    public static List<Export> all() {
        return ALL;
    }

    /** The one of this name. */
    public static Optional<Export> find(String id) {
        return ALL.stream().filter(export -> export.id().equals(id)).findFirst();
    }
}
