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
    CANCELLED("Start again when ready."),
    /** The system's Bluetooth service does not run, or the message bus it speaks over. */
    NO_SERVICE("Start it with: sudo systemctl start bluetooth. Then search again."),
    /** The system lets this account not use Bluetooth. */
    NO_PERMISSION("Add the account that runs Plinth to the group bluetooth, then start Plinth again."),
    /** There is no Bluetooth adapter of that name, or none at all. */
    NO_ADAPTER("Plug in a Bluetooth adapter, then search again."),
    /** The adapter is switched off. */
    ADAPTER_OFF("Switch it on with: bluetoothctl power on. Then search again."),
    /** There are several adapters and none was named. */
    SEVERAL_ADAPTERS("Name one with --bluetooth-adapter, then start Plinth again."),
    /** The transport does not run on this system. */
    NO_TRANSPORT("Open Plinth in Chrome or Edge and connect there, or start it with another --bluetooth.");

    private final String cure;

    Fault(String cure) {
        this.cure = cure;
    }

    /** What a person can do. */
    public String cure() {
        return cure;
    }
}
