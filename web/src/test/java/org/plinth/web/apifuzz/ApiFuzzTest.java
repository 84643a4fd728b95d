package org.plinth.web.apifuzz;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The HTTP API from its own description: right, nearly right and wrong requests by every role of two clinics. No answer of the
 * 500s but a described one of a sensor, no byte of the other clinic, every failure in the described form.
 */
@Tag("slow")
class ApiFuzzTest {

    private static final int REQUESTS = 20_000;
    private static final long SEED = 20_261_121;

    @Test
    void twenty_thousand_requests_leak_nothing_and_break_nothing() throws Exception {
        try (FuzzRun run = new FuzzRun()) {
            run.send(REQUESTS, SEED).check(REQUESTS);
        }
    }
}
