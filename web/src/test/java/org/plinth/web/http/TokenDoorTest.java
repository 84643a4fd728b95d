package org.plinth.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.ApiToken;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.Subject;
import org.plinth.web.clinic.TokenScope;
import org.plinth.web.store.AuditEvent;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicThings;
import org.plinth.web.testkit.Program;

/** Programs at the door of a whole server: what a token opens, how it ends, and what is left of it. */
@Tag("slow")
class TokenDoorTest extends TokenDoorKit {

    @Test
    void a_token_is_shown_once_and_reads_as_its_maker() {
        Browser maker = server.as(Role.CLINICIAN, ours);
        Program program = Program.of(maker, TokenScope.RESULTS_READ, TokenScope.RAW_READ);

        Browser.Answer self = program.get(SELF);

        assertThat(self.status()).isEqualTo(200);
        assertThat(self.json().path("clinic").asText()).isEqualTo("Sample clinic " + ours);
        assertThat(self.json().path("role").asText()).isEqualTo("CLINICIAN");
        assertThat(self.json().at("/token/scopes").toString()).isEqualTo("[\"results:read\",\"raw:read\"]");
        assertThat(self.json().at("/token/expiresAt").asText())
                .isEqualTo(server.clock().instant().plus(Duration.ofDays(90)).toString());
        assertThat(self.header("Cache-Control")).contains("no-store");
        String page = maker.page("/tokens").text();
        assertThat(page).doesNotContain(program.token()).contains(TokenText.beginning(program.token()));
        assertThat(page).contains("Last used");
    }

    @Test
    void the_header_is_read_as_the_standard_writes_it_and_no_other_place_is() {
        Program program = clinician(TokenScope.RESULTS_READ);
        String token = program.token();

        assertThat(Stream.of("Bearer ", "bearer ", "BEARER ", "Bearer   ", "beAReR ")
                        .map(scheme -> program.with(SELF, scheme + token + " ").status()))
                .containsOnly(200);
        assertThat(Stream.of("Bearer", "Bearer ", "Bearer x", "Bearer " + token + "0", "Bearer " + token + " " + token)
                        .map(header -> code(program.with(SELF, header))))
                .containsOnly("401 TOKEN_UNKNOWN");
        server.clock().forward(Duration.ofHours(2));
        assertThat(code(program.with(SELF, "Bearer " + "x".repeat(10_000)))).isEqualTo("401 TOKEN_UNKNOWN");
        assertThat(Stream.of("Basic dXNlcjpwYXNz", token, "Token " + token, "Bearer" + token)
                        .map(header -> code(program.with(SELF, header))))
                .containsOnly("401 NOT_LOGGED_IN");
        assertThat(program.with(SELF, "Basic dXNlcjpwYXNz").header("WWW-Authenticate"))
                .startsWith("Bearer");
        Browser nobody = server.browser();
        assertThat(code(nobody.get(SELF + "?access_token=" + token))).isEqualTo("401 NOT_LOGGED_IN");
        assertThat(code(nobody.get(SELF + "?token=" + token))).isEqualTo("401 NOT_LOGGED_IN");
        assertThat(code(server.browser().holding(token, "x").get(SELF))).isEqualTo("401 NOT_LOGGED_IN");
    }

    @Test
    void a_token_beside_a_login_or_another_header_is_refused() {
        Program program = clinician(TokenScope.RESULTS_READ);
        Browser maker = server.as(Role.CLINICIAN, ours);
        String bearer = "Bearer " + program.token();

        Browser.Answer both =
                maker.send(maker.request(SELF).header("Authorization", bearer).GET());
        Browser.Answer twice = program.nobody()
                .send(program.nobody()
                        .request(SELF)
                        .header("Authorization", bearer)
                        .header("Authorization", bearer)
                        .GET());
        Browser.Answer other = program.nobody()
                .send(program.nobody()
                        .request(SELF)
                        .header("Authorization", "Basic x")
                        .header("Authorization", bearer)
                        .GET());

        assertThat(List.of(code(both), code(twice), code(other))).containsOnly("400 TWO_LOGINS");
        assertThat(both.header("WWW-Authenticate")).contains("invalid_request");
    }

    @Test
    void it_ends_with_its_time() {
        Program program = Program.of(server.as(Role.CLINICIAN, ours), 7, NAMED);

        server.clock().forward(Duration.ofDays(7).minusSeconds(1));
        assertThat(program.get(SELF).status()).isEqualTo(200);
        server.clock().forward(Duration.ofSeconds(1));

        Browser.Answer late = program.get(SELF);
        assertThat(code(late)).isEqualTo("401 TOKEN_EXPIRED");
        assertThat(late.header("WWW-Authenticate"))
                .contains("error=\"invalid_token\"")
                .contains("expired");
    }

    @Test
    void it_ends_at_once_when_it_is_revoked_by_its_maker_or_an_owner_and_by_nobody_else() {
        Browser maker = server.as(Role.CLINICIAN, ours);
        Program first = Program.of(maker, NAMED);
        Program second = Program.of(maker, NAMED);
        List<ApiToken> made =
                server.store().read(stores -> stores.tokens().all(a.clinic().id()));

        assertThat(revoke(server.as(Role.OWNER, theirs), made.get(0))).isEqualTo(404);
        assertThat(revoke(server.as(Role.CLINICIAN, theirs), made.get(0))).isEqualTo(404);
        assertThat(revoke(maker, made.get(0))).isEqualTo(303);
        assertThat(revoke(server.as(Role.OWNER, ours), made.get(1))).isEqualTo(303);
        assertThat(revoke(maker, made.get(1))).as("again is no fault").isEqualTo(303);

        assertThat(List.of(code(first.get(SELF)), code(second.get(SELF)))).containsOnly("401 TOKEN_REVOKED");
        assertThat(audit()).extracting(AuditEvent::action).contains("token.make", "token.revoke");
    }

    @Test
    void a_colleagues_token_is_not_hers_to_see_or_to_end() {
        Program owners = Program.of(server.as(Role.OWNER, ours), TokenScope.AUDIT_READ);
        ApiToken token = server.store()
                .read(stores -> stores.tokens().all(a.clinic().id()))
                .get(0);
        Browser clinician = server.as(Role.CLINICIAN, ours);

        assertThat(clinician.page("/tokens").text()).doesNotContain(token.beginning());
        assertThat(revoke(clinician, token)).isEqualTo(404);
        assertThat(owners.get("/audit/export.zip").status()).isEqualTo(200);
    }

    @Test
    void it_ends_with_her_account_and_with_her_role() {
        Program program = clinician(NAMED);
        Account maker = Optional.ofNullable(a.accounts().get(Role.CLINICIAN)).orElseThrow();

        change(maker, Role.CLINICIAN, true);
        assertThat(code(program.get(SELF))).isEqualTo("401 TOKEN_MAKER");
        change(maker, Role.OWNER, false);
        assertThat(code(program.get(SELF))).isEqualTo("401 TOKEN_MAKER");
        change(maker, Role.CLINICIAN, false);
        assertThat(program.get(SELF).status()).isEqualTo(200);
    }

    @Test
    void a_locked_screen_and_a_log_out_do_not_touch_it() {
        Browser maker = server.as(Role.CLINICIAN, ours);
        Program program = Program.of(maker, NAMED);

        maker.postForm("/logout", Map.of("csrf", maker.csrf().orElseThrow()));
        server.clock().forward(Duration.ofHours(13));

        assertThat(program.get(SELF).status()).isEqualTo(200);
    }

    @Test
    void guesses_are_slowed_down_and_a_right_token_never_waits() {
        Program program = clinician(NAMED);
        List<Integer> statuses = new ArrayList<>();

        for (int i = 0; i < 7; i++) {
            statuses.add(program.with(SELF, "Bearer plinth_" + "0".repeat(46)).status());
        }

        assertThat(statuses).startsWith(401, 401, 401, 401, 401).endsWith(429);
        assertThat(program.with(SELF, "Bearer guess").header("Retry-After")).isNotEmpty();
        assertThat(program.get(SELF).status()).isEqualTo(200);
    }

    @Test
    void one_program_asks_so_often_and_no_more_wherever_it_runs() {
        Program program = clinician(NAMED);
        Program other = clinician(NAMED);
        int most = RequestRates.OF_TOKEN.most();

        for (int i = 0; i < most; i++) {
            assertThat(program.get(SELF).status()).isEqualTo(200);
        }
        Browser.Answer tooMany = program.get(SELF);

        assertThat(tooMany.status()).isEqualTo(429);
        assertThat(tooMany.header("Retry-After")).isEqualTo("1");
        assertThat(other.get(SELF).status()).isEqualTo(200);
        server.clock().forward(Duration.ofSeconds(1));
        assertThat(program.get(SELF).status()).isEqualTo(200);
    }

    @Test
    void it_opens_no_page_changes_nothing_and_makes_no_other() {
        Program program = clinician(CLINICIANS);
        String patient = "/api/patients/" + a.patient().id();

        assertThat(Stream.of("/worklist", "/patients", "/account", "/tokens", "/people", "/exports", "/erasures")
                        .map(path -> code(program.get(path))))
                .containsOnly("403 SCOPE");
        assertThat(Stream.of("/api/patients", patient + "/versions", patient + "/body-mass", "/tokens", "/logout")
                        .map(path -> code(program.post(path, Map.of()))))
                .containsOnly("403 SCOPE");
        assertThat(program.get(patient + "/history").header("WWW-Authenticate")).contains("insufficient_scope");
        assertThat(clinician(TokenScope.RAW_READ).get("/api/series").header("WWW-Authenticate"))
                .contains("scope=\"results:read\"");
    }

    private static final TokenScope[] CLINICIANS = {
        TokenScope.RESULTS_READ, TokenScope.RESULTS_READ_NAMED, TokenScope.RAW_READ, TokenScope.EXPORTS_RUN
    };

    @Test
    void what_opens_nothing_to_her_is_not_offered_and_not_made() {
        Browser clinician = server.as(Role.CLINICIAN, ours);
        assertThat(clinician.page("/tokens").text())
                .doesNotContain("audit:read")
                .contains("raw:read");

        Browser.Answer refused = clinician.postForm(
                "/tokens",
                Map.of(
                        "csrf",
                        clinician.csrf().orElseThrow(),
                        "name",
                        "x",
                        "days",
                        "90",
                        Program.field(TokenScope.AUDIT_READ),
                        "YES"));
        Browser.Answer empty = clinician.postForm(
                "/tokens", Map.of("csrf", clinician.csrf().orElseThrow(), "name", "x", "days", "90"));
        Browser.Answer tooLong = clinician.postForm(
                "/tokens",
                Map.of(
                        "csrf",
                        clinician.csrf().orElseThrow(),
                        "name",
                        "x",
                        "days",
                        "366",
                        Program.field(TokenScope.RAW_READ),
                        "YES"));

        assertThat(List.of(refused.status(), empty.status(), tooLong.status())).containsOnly(400);
        assertThat(Stream.of(Role.ASSISTANT, Role.AUDITOR, Role.PATIENT)
                        .map(role -> server.as(role, ours).page("/tokens").status()))
                .containsOnly(403);
        List<ApiToken> made =
                server.store().read(stores -> stores.tokens().all(a.clinic().id()));
        assertThat(made).isEmpty();
    }

    @Test
    void making_one_asks_for_the_password_when_the_screen_was_open_for_long() {
        Browser maker = server.as(Role.CLINICIAN, ours);
        server.clock().forward(Duration.ofMinutes(9));
        maker.get("/api/positions");
        server.clock().forward(Duration.ofMinutes(2));

        Browser.Answer answer = maker.postForm(
                "/tokens",
                Map.of(
                        "csrf",
                        maker.csrf().orElseThrow(),
                        "name",
                        "x",
                        "days",
                        "90",
                        Program.field(TokenScope.RAW_READ),
                        "YES"));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/account/again?back=%2Ftokens");
    }

    @Test
    void two_clinics_do_not_meet() {
        Program program = clinician(TokenScope.RESULTS_READ_NAMED, TokenScope.RAW_READ);
        ClinicThings.Things foreigners = new ClinicThings(server, b)
                .patient("Foreign", "Foreign", a.clinic().id());
        Set<String> foreign = new HashSet<>(foreigners.ids().values());
        foreign.add("Foreign");
        foreign.add(b.patient().id().toString());

        assertThat(program.get("/api/patients/" + b.patient().id() + "/series").status())
                .isEqualTo(404);
        assertThat(program.get("/api/patients/" + b.patient().id() + "/scores").status())
                .isEqualTo(404);
        String recording = foreigners.id(Subject.RECORDING);
        assertThat(program.get("/api/recordings/" + recording + "/curve").status())
                .isEqualTo(404);
        String all = program.get("/api/patients").text()
                + program.get("/api/series").text()
                + program.get("/api/recordings").text();
        assertThat(foreign).noneMatch(all::contains);
        assertThat(all).contains(a.patient().id().toString());
    }

    @Test
    void a_restricted_patient_is_left_out_refused_and_counted_until_an_emergency_is_declared() {
        Program program = clinician(TokenScope.RESULTS_READ_NAMED, TokenScope.RAW_READ);
        ClinicThings things = new ClinicThings(server, a);
        ClinicThings.Things hers = things.patient("Hidden", "Hidden", b.clinic().id());
        String id = hers.patient().id().toString();
        String recording = hers.id(Subject.RECORDING);
        assertThat(program.get("/api/patients").text()).contains(id);
        assertThat(program.get("/api/recordings").text()).contains(recording);

        things.restrict(hers);

        assertThat(program.get("/api/patients").text()).doesNotContain(id);
        assertThat(program.get("/api/recordings").text()).doesNotContain(recording);
        assertThat(code(program.get("/api/patients/" + id + "/series"))).isEqualTo("403 RESTRICTED");
        assertThat(code(program.get("/api/recordings/" + recording + "/curve"))).isEqualTo("403 RESTRICTED");
        assertThat(program.get("/api/series").json().at("/leftOut/restricted").asInt())
                .isEqualTo(1);

        things.emergency(hers, Role.CLINICIAN);

        assertThat(program.get("/api/patients/" + id + "/series").status()).isEqualTo(200);
        assertThat(audit()).extracting(AuditEvent::action).contains("emergency.read");
    }

    @Test
    void every_read_and_every_refusal_is_noted_with_the_token_and_never_the_token_itself() throws IOException {
        Program program = clinician(NAMED);
        String path = "/api/patients/" + a.patient().id() + "/series";
        program.get(path);
        program.get(path);
        program.get("/api/patients");
        program.get("/api/recordings");
        program.with(SELF, "Bearer " + program.token() + "x");
        String id = server.store()
                .read(stores -> stores.tokens().all(a.clinic().id()))
                .get(0)
                .id()
                .toString();

        List<AuditEvent> byToken = audit().stream()
                .filter(row -> row.after().orElse("").contains("\"token\":\"" + id + "\""))
                .toList();

        assertThat(byToken)
                .extracting(AuditEvent::action)
                .containsExactlyInAnyOrder("record.read", "record.read", "export.patients", "access.refused");
        assertThat(byToken).allMatch(row -> row.actor()
                .equals(a.accounts().get(Role.CLINICIAN).id()));
        List<String> kept = new ArrayList<>();
        server.store().read(stores -> {
            stores.audit().forEach(row -> kept.add(row.toString()));
            return true;
        });
        kept.addAll(files(server.data()));
        assertThat(kept).isNotEmpty().noneMatch(text -> text.contains(program.token()));
        assertThat(program.get("/api/nothing/" + program.token()).text()).doesNotContain(program.token());
    }

    @Test
    void the_same_content_again_is_304() {
        Program program = clinician(NAMED);
        Browser.Answer first = program.get("/api/patients");

        Browser.Answer again = program.nobody()
                .send(program.nobody()
                        .request("/api/patients")
                        .header("Authorization", "Bearer " + program.token())
                        .header("If-None-Match", first.header("ETag"))
                        .GET());

        assertThat(again.status()).isEqualTo(304);
    }
}
