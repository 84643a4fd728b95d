package org.plinth.web.page;

import java.util.Optional;

/**
 * A patient in a list.
 *
 * @param name first and last
 * @param birthDate "Born 6 August 1990"
 * @param affected "Left leg injured", or that there is no open episode
 * @param side style of the affected side; empty for both or none
 * @param lastSeen in words
 * @param href her page
 * @param canStart whether a visit can be started
 */
public record PersonRow(
        String name,
        String birthDate,
        String affected,
        Optional<String> side,
        String lastSeen,
        String href,
        boolean canStart) {}
