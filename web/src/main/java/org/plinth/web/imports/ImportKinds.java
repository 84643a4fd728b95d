package org.plinth.web.imports;

import java.util.List;
import java.util.Optional;

/** Every kind of file that can be taken in. A new one is a class and a line here. */
public final class ImportKinds {

    private static final List<ImportKind> ALL = List.of(
            new RecordingImport(),
            new NordicImport(),
            new IsokineticImport(),
            new PatientTableImport(),
            new PatientBundleImport());

    private ImportKinds() {}

    /** In the order of the page. */
    public static List<ImportKind> all() {
        return ALL;
    }

    /** The one with this id. */
    public static Optional<ImportKind> find(String id) {
        return ALL.stream().filter(kind -> kind.id().equals(id)).findFirst();
    }
}
