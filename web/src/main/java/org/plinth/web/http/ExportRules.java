package org.plinth.web.http;

import java.util.List;

/** Lines of the access table: files about a whole clinic, and how far one that is being made is. */
final class ExportRules {

    static final List<AccessTable.Rule> ALL = List.of();

    private ExportRules() {}
}
