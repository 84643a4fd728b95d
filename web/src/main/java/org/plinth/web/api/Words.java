package org.plinth.web.api;

import java.util.Optional;
import org.plinth.web.text.Texts;

/** The words for a constant: the catalogue's text under its prefix and name, where there is one. */
final class Words {

    private Words() {}

    static Optional<String> of(Texts texts, String prefix, Enum<?> constant) {
        String key = prefix + constant.name();
        return texts.has(key) ? Optional.of(texts.text(key)) : Optional.empty();
    }
}
