package org.plinth.web.clinic;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * An opaque 128-bit random id; its text is 32 lower-case hexadecimal digits. The type parameter says of what, so that
 * a visit's id cannot stand where a patient's is wanted.
 *
 * @param <T> what it identifies
 * @param value the bits
 */
public record Id<T>(UUID value) implements Comparable<Id<T>> {

    private static final int HEX_DIGITS = 32;

    /** A new one. Ids are capabilities of nothing, yet unguessable: pass a secure source. */
    public static <T> Id<T> random(RandomGenerator source) {
        return new Id<>(new UUID(source.nextLong(), source.nextLong()));
    }

    /** Reads the 32 digits; empty for anything else. */
    public static <T> Optional<Id<T>> parse(String text) {
        if (text.length() != HEX_DIGITS || !text.chars().allMatch(Id::isHexDigit)) {
            return Optional.empty();
        }
        return Optional.of(new Id<>(new UUID(
                Long.parseUnsignedLong(text.substring(0, 16), 16), Long.parseUnsignedLong(text.substring(16), 16))));
    }

    private static boolean isHexDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    @Override
    public int compareTo(Id<T> other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(value.getMostSignificantBits()) + hex.toHexDigits(value.getLeastSignificantBits());
    }
}
