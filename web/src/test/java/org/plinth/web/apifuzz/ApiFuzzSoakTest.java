package org.plinth.web.apifuzz;

import java.security.SecureRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@link ApiFuzzTest} for longer, from another place each time; a failure names its seed. */
@Tag("soak")
class ApiFuzzSoakTest {

    private static final int REQUESTS = 100_000;

    @Test
    void a_hundred_thousand_requests_leak_nothing_and_break_nothing() throws Exception {
        long seed = new SecureRandom().nextInt(1_000_000);
        try (FuzzRun run = new FuzzRun()) {
            run.send(REQUESTS, seed).check(REQUESTS);
        } catch (AssertionError e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }
}
