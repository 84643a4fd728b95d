package org.plinth.web.fresh;

/**
 * The last row of the audit log that may have changed something. What was read under the same stamp is the same: the hash of a row
 * covers all rows before it.
 *
 * @param seq its number
 * @param hash of it, 64 hexadecimal digits
 */
public record Stamp(long seq, String hash) {

    Stamp later(Stamp other) {
        return other.seq > seq ? other : this;
    }
}
