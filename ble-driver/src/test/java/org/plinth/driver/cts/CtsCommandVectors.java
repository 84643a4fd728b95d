package org.plinth.driver.cts;

/** Commands as this driver builds them, by the words of the packet vectors. */
public final class CtsCommandVectors {

    private CtsCommandVectors() {}

    public static byte[] built(String words) {
        int opcode =
                switch (words) {
                    case "start" -> 0xAA;
                    case "stop" -> 0xAB;
                    case "tare" -> 0xA6;
                    case "zero" -> 0x86;
                    case "get weight" -> 0xA9;
                    case "get battery" -> 0xC4;
                    default -> throw new AssertionError(words);
                };
        return CtsDriver.command(opcode).bytes();
    }
}
