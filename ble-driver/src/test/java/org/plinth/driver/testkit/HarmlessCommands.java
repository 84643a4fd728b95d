package org.plinth.driver.testkit;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What each driver may send: commands that are described as starting, stopping, zeroing or asking. Written down one by
 * one, so that a new command is looked at before a sensor hears it; a driver that is not named may send nothing. None of
 * them sets, adds to, saves or clears a calibration: a Progressor's 69, 6A, 71, 73, 74 and 76 and a CTS500's 83, 84, A1, A2
 * and A7 do.
 */
public final class HarmlessCommands {

    private static final Predicate<byte[]> PROGRESSOR = oneOf("64", "65", "66", "6b", "6f", "70", "72");
    private static final int GO_DIRECT_HEAD = 0x58;

    private static final Map<String, Predicate<byte[]>> BY_DRIVER = Map.ofEntries(
            Map.entry("tindeq-progressor", PROGRESSOR),
            Map.entry("virtual", PROGRESSOR),
            Map.entry("cts500", opcode(1, Set.of(0xA6, 0xAA, 0xAB, 0xC4))),
            Map.entry("linescale-3", opcode(0, Set.of((int) 'A', (int) 'E', (int) 'F', (int) 'T', (int) 'Y'))),
            Map.entry("frez-dyno", oneOf("0100", "0200")),
            Map.entry("griptonite-motherboard", oneOf(ascii("#"), ascii("C"), ascii("S30"))),
            Map.entry("pitchsix-force-board", oneOf("01", "04", "07")),
            Map.entry("vald-dynamo", opcode(2, Set.of(0x00, 0x04, 0x10, 0x1A, 0x1D, 0x24, 0x50, 0x53, 0x56))),
            Map.entry("vernier-gdx-hd", HarmlessCommands::goDirect),
            Map.entry("teraforce", oneOf("00", "01", "02")),
            Map.entry("rock-exotica-enforcer", oneOf(ascii("d"), ascii("l"))));

    private HarmlessCommands() {}

    /** Whether these bytes may go to a sensor of this driver. */
    public static boolean allows(String driverId, byte[] bytes) {
        return BY_DRIVER.getOrDefault(driverId, none -> false).test(bytes);
    }

    private static Predicate<byte[]> oneOf(String... hex) {
        Set<String> known = Set.of(hex);
        return bytes -> known.contains(HexFormat.of().formatHex(bytes));
    }

    private static String ascii(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Predicate<byte[]> opcode(int at, Set<Integer> known) {
        return bytes -> bytes.length > at && known.contains(bytes[at] & 0xFF);
    }

    /** Long commands go in pieces of 20 bytes, of which the first has the opcode. */
    private static boolean goDirect(byte[] bytes) {
        boolean first = bytes.length > 0 && (bytes[0] & 0xFF) == GO_DIRECT_HEAD;
        return !first
                || opcode(4, Set.of(0x10, 0x18, 0x19, 0x1A, 0x1B, 0x50, 0x51, 0x54, 0x55, 0x56))
                        .test(bytes);
    }
}
