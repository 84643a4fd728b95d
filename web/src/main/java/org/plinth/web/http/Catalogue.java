package org.plinth.web.http;

/** Finds a sentence. */
@FunctionalInterface
public interface Catalogue {

    /** The text of that key, its places filled. */
    String text(String key, Object... arguments);
}
