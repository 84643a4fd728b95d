package org.plinth.web.api;

import org.plinth.web.http.Catalogue;

/** The words for a constant: the catalogue's text under its prefix and name. */
final class Words {

    private Words() {}

    static String of(Catalogue texts, String prefix, Enum<?> constant) {
        return texts.text(prefix + constant.name());
    }
}
