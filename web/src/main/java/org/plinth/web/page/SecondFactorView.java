package org.plinth.web.page;

import java.util.List;
import java.util.Optional;

/**
 * Somebody's second factor.
 *
 * @param on whether she has one that counts
 * @param required whether her clinic asks for one
 * @param asksPassword whether beginning needs her password
 * @param offer a secret that waits for its first code
 * @param left recovery codes that are left, in words
 * @param codes new recovery codes, shown this once
 * @param form code and passwords
 */
public record SecondFactorView(
        boolean on,
        boolean required,
        boolean asksPassword,
        Optional<Offer> offer,
        String left,
        List<String> codes,
        Form form) {

    /** Copies the list. */
    public SecondFactorView {
        codes = List.copyOf(codes);
    }

    /**
     * A secret.
     *
     * @param text for typing
     * @param link for an authenticator on this device
     * @param picture outline of the QR picture
     * @param size its modules a side, margin included
     */
    public record Offer(String text, String link, String picture, int size) {
        @Override
        public String toString() {
            return "Offer";
        }
    }

    /** Never prints a secret. */
    @Override
    public String toString() {
        return "SecondFactorView[" + on + "]";
    }
}
