package org.plinth.web.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.ApiToken;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.TokenScope;
import org.plinth.web.store.Act;
import org.plinth.web.store.AuditEvent;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.Program;

/** A whole server with two clinics for each test, and programs of theirs. */
abstract class TokenDoorKit {

    static final String SELF = "/api/clinic";
    static final TokenScope[] NAMED = {TokenScope.RESULTS_READ_NAMED};

    static ClinicServer server;
    static int made;

    String ours = "";
    String theirs = "";
    ClinicServer.Sample a;
    ClinicServer.Sample b;

    @BeforeAll
    static void start() {
        server = ClinicServer.fastWithPages();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Two clinics of its own for each test, long enough after the last that no wrong token of it counts any more. */
    @BeforeEach
    void found() {
        server.clock().forward(Duration.ofHours(2));
        made++;
        ours = "a" + made;
        theirs = "b" + made;
        a = server.addClinic(ours);
        b = server.addClinic(theirs);
    }

    Program clinician(TokenScope... scopes) {
        return Program.of(server.as(Role.CLINICIAN, ours), scopes);
    }

    static String code(Browser.Answer answer) {
        return answer.status() + " " + answer.json().at("/error/code").asText();
    }

    List<AuditEvent> audit() {
        return server.store().read(stores -> stores.audit().newest(a.clinic().id(), Long.MAX_VALUE, 500));
    }

    static int revoke(Browser browser, ApiToken token) {
        return browser.postForm(
                        "/tokens/" + token.id() + "/revoke",
                        Map.of("csrf", browser.csrf().orElseThrow()))
                .status();
    }

    void change(Account who, Role role, boolean disabled) {
        Account changed =
                new Account(who.id(), who.clinic(), who.login(), who.displayName(), role, who.patient(), disabled);
        server.store().write(Act.ofPlinth(who.clinic(), server.clock().instant(), "test.change"), stores -> {
            stores.accounts().change(changed);
            return true;
        });
    }

    static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .flatMap(file -> Stream.of(file.toString(), content(file)))
                    .toList();
        }
    }

    static String content(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
