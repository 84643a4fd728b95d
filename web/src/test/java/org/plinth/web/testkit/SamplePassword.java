package org.plinth.web.testkit;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

/**
 * The hash of {@link ClinicServer#PASSWORD}: Argon2id as every hash, but cheap. A login reads the cost from the hash, so
 * tests of anything else need not pay for it many times over; what a real hash costs is held by {@code PasswordsTest}.
 */
final class SamplePassword {

    private static final int MEMORY_KIB = 64;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;

    private SamplePassword() {}

    static String hash() {
        return Password.hash(ClinicServer.PASSWORD)
                .addRandomSalt(SALT_BYTES)
                .with(Argon2Function.getInstance(MEMORY_KIB, 1, 1, HASH_BYTES, Argon2.ID))
                .getResult();
    }
}
