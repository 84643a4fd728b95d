package org.plinth.web.export;

import java.util.Set;
import java.util.stream.Collectors;

/** What of an audit export is kept to be compared. */
final class AuditGolden {

    private static final Set<String> TABLES = Set.of("audit.csv", "redcap_import.csv");

    /** Of a table the first episodes are enough. */
    private static final int ROWS = 25;

    private AuditGolden() {}

    static String of(KeptSink export, String file) {
        return export.text(file)
                .lines()
                .limit(TABLES.contains(file) ? ROWS : Long.MAX_VALUE)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}
