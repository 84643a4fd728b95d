package org.plinth.web.http;

/** Where style sheets, scripts and fonts are found. The address changes with the content, so browsers may keep them. */
@FunctionalInterface
public interface Assets {

    /** The path of a file of the web root, for example {@code plinth.css}. */
    String url(String file);
}
