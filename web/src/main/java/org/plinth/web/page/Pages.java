package org.plinth.web.page;

import java.util.List;
import org.plinth.web.http.WebModule;

/** All pages, one line each. Those that the server itself shows are in {@code ServerPages}. */
public final class Pages {

    private Pages() {}

    /** To be mounted. */
    public static List<WebModule> modules(PageParts parts) {
        return List.of(new LivePage(parts));
    }
}
