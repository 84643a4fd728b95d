package org.plinth.web.store;

import java.util.function.Supplier;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;

/** The one update that clinical identity rows know: their head moves on by one, if it is where the person saw it. */
enum Heads {
    PATIENT("UPDATE patient SET head_version = ? WHERE id = ? AND clinic_id = ? AND head_version = ?"),
    EPISODE("UPDATE episode SET head_version = ? WHERE id = ? AND clinic_id = ? AND head_version = ?"),
    EPISODE_ENTRY("UPDATE episode_entry SET head_version = ? WHERE id = ? AND clinic_id = ? AND head_version = ?"),
    VISIT("UPDATE visit SET head_version = ? WHERE id = ? AND clinic_id = ? AND head_version = ?"),
    RECORDING("UPDATE recording SET head_version = ? WHERE id = ? AND clinic_id = ? AND head_version = ?"),
    TRIAL("UPDATE trial SET head_version = ? WHERE id = ? AND clinic_id = ? AND head_version = ?"),
    RESULT("UPDATE result SET head_version = ? WHERE id = ? AND clinic_id = ? AND head_version = ?"),
    IMPORT_BATCH("UPDATE import_batch SET head_version = ? WHERE id = ? AND clinic_id = ? AND head_version = ?"),
    IMPORT_ITEM("UPDATE import_item SET head_version = ? WHERE id = ? AND clinic_id = ? AND head_version = ?"),
    OWN_POSITION("UPDATE own_position SET head_version = ? WHERE id = ? AND clinic_id = ? AND head_version = ?"),
    CALIBRATION_RUN("UPDATE calibration_run SET head_version = ? WHERE id = ? AND clinic_id = ? AND head_version = ?");

    private final String move;

    Heads(String move) {
        this.move = move;
    }

    /**
     * Moves the head and thereby locks the thing until the transaction ends.
     *
     * @param current how the thing is now, looked up only when it was changed meanwhile
     * @return the new version
     */
    int move(Transaction tx, Id<Clinic> clinic, Id<?> id, int versionSeen, Supplier<?> current) {
        int next = versionSeen + 1;
        if (tx.update(move, next, id, clinic, versionSeen) != 1) {
            throw StoreFailure.oldVersion(name() + " " + id + " is no longer version " + versionSeen, current.get());
        }
        return next;
    }
}
