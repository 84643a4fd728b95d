package org.plinth.driver;

/** What can go wrong with a sensor, each with what a person can do. */
public enum Fault {
    /** The sensor cannot do that. */
    UNSUPPORTED("This sensor cannot do that."),
    /** It is not there. */
    NO_DEVICE("Switch the sensor on, bring it near, then search again."),
    /** Something else holds it, or permission is missing. */
    NO_ACCESS("Close other apps that use the sensor, then connect again."),
    /** The radio failed. */
    IO("Bring the sensor near, then press Reconnect."),
    /** No answer in time. */
    TIMEOUT("Check the sensor's light, then press Reconnect."),
    /** It answered with something that its protocol does not allow. */
    PROTOCOL("Restart the sensor. If this happens again, save a capture and report it."),
    /** Data that cannot be decoded. */
    BAD_DATA("Restart the sensor. If this happens again, save a capture and report it."),
    /** Two drivers claim one sensor. */
    AMBIGUOUS("Choose the kind of sensor by hand."),
    /** Stopped on request. */
    CANCELLED("Start again when ready.");

    private final String cure;

    Fault(String cure) {
        this.cure = cure;
    }

    /** What a person can do. */
    public String cure() {
        return cure;
    }
}
