package org.plinth.web.page;

import java.util.List;
import java.util.Optional;
import org.plinth.web.words.Linked;

/**
 * Reading recordings from files.
 *
 * @param form as it was sent
 * @param positions to choose from
 * @param fixations to choose from
 * @param units to choose from
 * @param account what was found; empty before a file was sent
 */
public record AnalyseView(
        Form form, List<Option> positions, List<Option> fixations, List<Option> units, Optional<Account> account) {

    /** Copies the lists. */
    public AnalyseView {
        positions = List.copyOf(positions);
        fixations = List.copyOf(fixations);
        units = List.copyOf(units);
    }

    /**
     * What was found.
     *
     * @param headline symmetry, or why there is none
     * @param lines what else must be known
     * @param recordings each with its efforts
     */
    public record Account(Linked headline, List<Linked> lines, List<Recording> recordings) {}

    /**
     * One file.
     *
     * @param title side and name of the file
     * @param about samples, rate, gaps
     * @param efforts found in it
     */
    public record Recording(String title, Linked about, List<Effort> efforts) {}

    /**
     * One effort.
     *
     * @param number from 1
     * @param force greatest 100 ms mean
     * @param peak greatest sample
     * @param baseline force before it
     * @param notes flags or why it is not used
     */
    public record Effort(String number, Linked force, Linked peak, Linked baseline, String notes) {}
}
