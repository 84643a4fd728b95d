package org.plinth.driver.tindeq;

import java.util.Optional;

/**
 * Who speaks the Progressor's protocol, told by what it answers to firmware (6B) and device id (70), never by its name,
 * which all of them share.
 *
 * <p>The kind is for people and for the record. It never widens what is sent: an opcode that reads a table on one
 * erases the calibration of another, and an answer can be copied as easily as a name.
 */
public enum ProgressorKind {
    /** Answers as the maker's own does: a numbered firmware and an id of several bytes. */
    PROGRESSOR("Progressor"),
    /** Answers otherwise: an id of one byte, as Crimpdeq's, none at all, or a firmware that is no number. */
    CLONE("Progressor clone"),
    /** Answers neither: streams, and that is all that is known of it. */
    SILENT("Progressor clone without answers");

    private static final int HEX_DIGITS_OF_ONE_BYTE = 2;

    private final String model;

    ProgressorKind(String model) {
        this.model = model;
    }

    /** As the record names it. */
    public String model() {
        return model;
    }

    /** By its answers: id as hex, firmware as text. */
    public static ProgressorKind of(Optional<String> deviceId, Optional<String> firmware) {
        if (firmware.isEmpty() && deviceId.isEmpty()) {
            return SILENT;
        }
        boolean numbered =
                firmware.filter(text -> text.matches("\\d+(\\.\\d+)+")).isPresent();
        boolean longId =
                deviceId.filter(hex -> hex.length() > HEX_DIGITS_OF_ONE_BYTE).isPresent();
        return numbered && longId ? PROGRESSOR : CLONE;
    }
}
