package org.plinth.web.control;

import org.plinth.fuzz.Target;

/** The lines of the control socket. */
public final class ControlTargets {

    private ControlTargets() {}

    public static void line(byte[] data) {
        ControlMessages.words(Target.text(data))
                .ifPresent(words -> Target.require(!words.isEmpty(), "a request without a command"));
    }
}
