package org.plinth.web.export;

/** An option of an export has a value that it does not take; its name is said, never the value. */
public final class ExportOptionWrong extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final String option;

    ExportOptionWrong(String option) {
        super("the option " + option + " does not take this value");
        this.option = option;
    }

    /** Which. */
    public String option() {
        return option;
    }

    /** Of the catalogue: what it takes. */
    public String key() {
        return "outcome.option." + option;
    }
}
