package org.plinth.web.measure;

/** The version of everything that turns a journal into numbers; part of each result's provenance. */
public final class Engine {

    /** Rises with any change that can change a number. */
    public static final String VERSION = "0.2.0";

    private Engine() {}
}
