package org.plinth.web.store;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.plinth.web.secret.PasswordRules;

/**
 * Hashes and checks passwords: Argon2id, 19 MiB, 2 passes, 1 lane, at most two at once so that a flood of logins cannot
 * take the memory. A password counts in its normalised form (NFKC). Blocks; any thread.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9106">RFC 9106, Argon2</a>
 */
public final class Passwords {

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    static final int AT_ONCE = 2;

    private final Argon2Function argon2 = Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
    private final Semaphore places;
    private final String nobody;

    /** With places of its own. */
    public Passwords() {
        this(new Semaphore(AT_ONCE, true));
    }

    Passwords(Semaphore places) {
        this.places = places;
        this.nobody = hash("nobody has this password");
    }

    /** The hash to store, with its own salt and parameters. */
    public String hash(String password) {
        String same = PasswordRules.normalised(password);
        return inPlace(
                () -> Password.hash(same).addRandomSalt(SALT_BYTES).with(argon2).getResult());
    }

    /** Whether it is this password. */
    public boolean matches(String password, String hash) {
        String same = PasswordRules.normalised(password);
        return inPlace(() -> Password.check(same, hash).with(Argon2Function.getInstanceFromHash(hash)));
    }

    /** Takes as long as {@link #matches} and is always false: for a login that does not exist. */
    public boolean matchesNobody(String password) {
        return matches(password, nobody) && password.isEmpty();
    }

    private <T> T inPlace(Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
