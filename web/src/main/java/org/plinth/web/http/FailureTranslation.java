package org.plinth.web.http;

import java.util.Optional;

/** Tells the failures of one kind, for example the store's. */
@FunctionalInterface
public interface FailureTranslation {

    /** How to tell it; empty if it is of another kind. */
    Optional<Told> translate(Throwable failure);
}
