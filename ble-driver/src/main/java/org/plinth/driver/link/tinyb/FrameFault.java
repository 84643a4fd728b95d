package org.plinth.driver.link.tinyb;

import java.io.IOException;

/** What came over the pipe is no frame; nothing after it can be trusted. */
public final class FrameFault extends IOException {

    private static final long serialVersionUID = 1;

    /** What was wrong. */
    public FrameFault(String words) {
        super(words);
    }
}
