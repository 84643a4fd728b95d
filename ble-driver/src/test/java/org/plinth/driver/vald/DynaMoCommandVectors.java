package org.plinth.driver.vald;

/** Commands as this driver builds them, by the words of the packet vectors. */
public final class DynaMoCommandVectors {

    private DynaMoCommandVectors() {}

    public static byte[] built(String words) {
        return switch (words) {
            case "get version / STOP" -> DynaMoFrames.VERSION_OR_STOP;
            case "get name" -> DynaMoFrames.NAME;
            case "get hw info" -> DynaMoFrames.HARDWARE;
            case "get BLE addr" -> DynaMoFrames.ADDRESS;
            case "get config" -> DynaMoFrames.CONFIGURATION;
            case "init measurement" -> DynaMoFrames.INIT;
            case "keepalive" -> DynaMoFrames.KEEP_ALIVE;
            case "configure 500 Hz" -> DynaMoFrames.CONFIGURE_500_HZ;
            case "start stream" -> DynaMoFrames.START;
            default -> throw new AssertionError(words);
        };
    }
}
