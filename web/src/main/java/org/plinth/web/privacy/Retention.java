package org.plinth.web.privacy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.RetentionRule;
import org.plinth.web.store.RetentionStore.LastSeen;
import org.plinth.web.store.Stores;

/** Whose record has been kept for as long as the clinic's rule says. A list for a person to decide on, never a deletion. */
public final class Retention {

    /** Who is younger is a minor here [years]. */
    public static final int OF_AGE_YEARS = 18;

    private Retention() {}

    /**
     * Somebody whose record need not be kept longer.
     *
     * @param who with the day on which she was last here
     * @param since from which day on
     */
    public record Due(LastSeen who, LocalDate since) {}

    /** As things stand; none without a rule. */
    public static List<Due> due(Stores stores, Id<Clinic> clinic, LocalDate today) {
        Optional<RetentionRule> rule = stores.retention().rule(clinic);
        List<Due> due = new ArrayList<>();
        if (rule.isPresent()) {
            for (LastSeen who : stores.retention().lastSeen(clinic)) {
                until(rule.get(), who).filter(day -> !day.isAfter(today)).ifPresent(day -> due.add(new Due(who, day)));
            }
        }
        return due;
    }

    /** The first day on which it need not be kept; empty where no rule speaks of her or nothing is known of a last day. */
    static Optional<LocalDate> until(RetentionRule rule, LastSeen who) {
        if (rule.yearsAfterLastVisit().isEmpty()) {
            return Optional.empty();
        }
        return who.lastDay().map(last -> {
            LocalDate byVisit = last.plusYears(rule.yearsAfterLastVisit().getAsInt());
            boolean minor = last.isBefore(who.birthDate().plusYears(OF_AGE_YEARS));
            if (!minor || rule.minorsUntilAge().isEmpty()) {
                return byVisit;
            }
            LocalDate byAge = who.birthDate().plusYears(rule.minorsUntilAge().getAsInt());
            return byAge.isAfter(byVisit) ? byAge : byVisit;
        });
    }
}
