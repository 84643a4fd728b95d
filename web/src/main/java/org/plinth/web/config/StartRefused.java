package org.plinth.web.config;

import java.util.List;

/** Plinth cannot start as it was told to; says all faults at once. Never carries a secret. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * One thing that is wrong.
     *
     * @param key of the text catalogue: what is wrong and what to do
     * @param values that the text names
     */
    public record Fault(String key, List<String> values) {
        /** Copies the list. */
        public Fault {
            values = List.copyOf(values);
        }

        /** A fault. */
        public static Fault of(String key, String... values) {
            return new Fault(key, List.of(values));
        }
    }

    private final transient List<Fault> faults;

    /** All of these. */
    public StartRefused(List<Fault> faults) {
        super(faults.toString());
        this.faults = List.copyOf(faults);
    }

    /** Just this one. */
    public StartRefused(String key, String... values) {
        this(List.of(Fault.of(key, values)));
    }

    /** What is wrong, in the order of the settings. */
    public List<Fault> faults() {
        return faults;
    }
}
