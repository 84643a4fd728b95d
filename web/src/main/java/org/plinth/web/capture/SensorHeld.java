package org.plinth.web.capture;

import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Visit;

/** Another visit holds the sensor. */
public final class SensorHeld extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Id<Visit> holder;
    private final boolean stale;

    /** Held by this visit; {@code stale} when nobody has looked at it for three heartbeats. */
    public SensorHeld(Id<Visit> holder, boolean stale) {
        super("held by visit " + holder + (stale ? ", which no longer answers" : ""));
        this.holder = holder;
        this.stale = stale;
    }

    /** The visit that holds it. */
    public Id<Visit> holder() {
        return holder;
    }

    /** Whether it may be taken over, with a reason. */
    public boolean stale() {
        return stale;
    }
}
