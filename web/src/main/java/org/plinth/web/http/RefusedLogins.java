package org.plinth.web.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.store.Act;
import org.plinth.web.store.Store;

/**
 * Writes tries to log in that failed into the audit chain: one row each, whether or not there is such an account, so that
 * both take as long. Of a name that nobody has only a hash is kept, by a salt that lasts until the next start: it tells tries
 * of the same name from others, and may have been a password in the wrong field. Any thread.
 */
final class RefusedLogins {

    private static final String ACTION = "login.refused";
    private static final int DIGITS = 16;

    private final Store store;
    private final String salt;
    private final RefusalBudget budget = new RefusalBudget();

    RefusedLogins(Store store, RandomGenerator random) {
        this.store = store;
        this.salt = Tokens.random(random);
    }

    /** A try with a wrong password, of a disabled account, or of nobody's name. */
    void note(Optional<Account> known, String login, Visitor visitor) {
        for (RefusalBudget.Over over : budget.over(visitor.at())) {
            Act act = new Act(Act.INSTALLATION, Act.NOBODY, visitor.at(), "access.refused.more", "", "");
            Map<String, Object> details = Map.of(
                    "count", over.count(),
                    "since", over.since().toString(),
                    "addresses", over.addresses());
            write(act, "strangers", details);
        }
        if (!budget.takeStranger(visitor.address())) {
            return;
        }
        if (known.isPresent()) {
            Account account = known.get();
            write(act(account.clinic(), Act.PLINTH, visitor), "account:" + account.id(), Map.of());
        } else {
            String name =
                    Tokens.hash(salt + login.strip().toLowerCase(Locale.ROOT)).substring(0, DIGITS);
            write(act(Act.INSTALLATION, Act.NOBODY, visitor), "strangers", Map.of("name", name));
        }
    }

    private static Act act(Id<Clinic> clinic, Id<Account> actor, Visitor visitor) {
        return new Act(clinic, actor, visitor.at(), ACTION, "", visitor.address());
    }

    private void write(Act act, String subject, Map<String, Object> details) {
        store.write(act, stores -> {
            if (details.isEmpty()) {
                stores.audit().note(subject);
            } else {
                stores.audit().note(subject, details);
            }
            return true;
        });
    }
}
