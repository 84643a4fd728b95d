package org.plinth.fuzz;

/** What a process of Jazzer runs: the one target that its arguments name. */
public final class SoakTarget {

    private static final Target[] CHOSEN = new Target[1];

    private SoakTarget() {}

    /** Called once by Jazzer. */
    public static void fuzzerInitialize(String[] arguments) {
        CHOSEN[0] = Target.valueOf(arguments[0]);
    }

    /** Called by Jazzer for each input. */
    public static void fuzzerTestOneInput(byte[] data) throws Exception {
        CHOSEN[0].take(data);
    }
}
