package org.plinth.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.WebSocket;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.core.quantity.ForceUnit;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Clinic;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.SessionState;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.WebServer;

@Tag("slow")
class SocketAfterLogoutTest {

    private static final Id<Clinic> CLINIC = Id.<Clinic>parse("0".repeat(32)).orElseThrow();
    private static final Clinic SAMPLE =
            new Clinic(CLINIC, "Sample", ZoneId.of("Europe/London"), ForceUnit.NEWTON, 90, true);
    private static final Account ADA = new Account(
            Id.<Account>parse("1".repeat(32)).orElseThrow(),
            CLINIC,
            "ada",
            "Ada",
            Role.CLINICIAN,
            Optional.empty(),
            false);

    private final AtomicBoolean in = new AtomicBoolean(true);
    private volatile SessionState state = SessionState.OPEN;
    private final WebServer server = WebServer.parts()
            .limits(new Limits(
                    1000,
                    5000,
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    4,
                    Duration.ofMillis(50),
                    Duration.ofSeconds(60)))
            .logins(new Book())
            .sockets(new Silent())
            .start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_socket_ends_soon_after_the_login_that_opened_it() throws Exception {
        Ear ear = listen();

        in.set(false);

        assertThat(ear.closed.get(30, TimeUnit.SECONDS)).isEqualTo(1008);
    }

    @Test
    void a_lock_neither_closes_a_socket_nor_keeps_one_from_coming_back() throws Exception {
        Ear before = listen();
        state = SessionState.LOCKED;
        Ear after = listen();
        assertThat(before.closed).isNotDone();

        in.set(false);

        assertThat(after.closed.get(30, TimeUnit.SECONDS)).isEqualTo(1008);
        assertThat(before.closed.get(30, TimeUnit.SECONDS)).isEqualTo(1008);
    }

    private Ear listen() throws Exception {
        Ear ear = new Ear();
        Browser browser = server.browser().holding("a-token", "csrf");
        browser.socket("/live/" + "2".repeat(32), Optional.of(browser.origin()), ear)
                .get(30, TimeUnit.SECONDS);
        return ear;
    }

    private final class Book implements LoginBook {
        @Override
        public Optional<Who> find(String token, java.time.Instant now) {
            Who open = new Who(ADA, SAMPLE, "csrf");
            return Optional.of(new Who(
                    ADA,
                    SAMPLE,
                    "csrf",
                    new Who.Session(open.session().id(), state, open.session().lockAfter())));
        }

        @Override
        public boolean isIn(Who who) {
            return in.get();
        }
    }

    private static final class Silent implements SocketModule {
        @Override
        public String path() {
            return "/live/:visitId";
        }

        @Override
        public String protocol() {
            return "plinth.live.1";
        }

        @Override
        public Session admit(Request request) {
            return socket -> {};
        }
    }

    private static final class Ear implements WebSocket.Listener {
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int statusCode, String reason) {
            closed.complete(statusCode);
            return CompletableFuture.completedFuture(true);
        }
    }
}
