package org.plinth.web.http;

import java.util.List;

/** Lines of the access table: keys by which programs read, and what they read. */
final class TokenRules {

    static final List<AccessTable.Rule> ALL = List.of();

    private TokenRules() {}
}
