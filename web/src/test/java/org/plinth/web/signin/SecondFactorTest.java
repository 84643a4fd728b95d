package org.plinth.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Role;
import org.plinth.web.secret.Base32;
import org.plinth.web.secret.Totp;
import org.plinth.web.store.AuditEvent;
import org.plinth.web.testkit.Browser;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.Forms;

@Tag("slow")
class SecondFactorTest {

    private static final String PAGE = "/account/second-factor";
    private static final String CONFIRM = "/account/second-factor/confirm";
    private static final String PASSWORD = ClinicServer.PASSWORD;

    private static ClinicServer server;
    private static int tests;
    private String name = "";
    private ClinicServer.Sample clinic;

    @BeforeEach
    void addClinic() {
        server.clock().forward(Duration.ofHours(2)); // what was throttled is forgotten
        name = "t" + tests++;
        clinic = server.addClinic(name);
    }

    @BeforeAll
    static void start() {
        server = ClinicServer.withPages();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** A browser whose login has a second factor, with its secret and recovery codes. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Enrolled(Browser browser, byte[] secret, List<String> codes) {}

    private byte[] begin(Browser browser, Map<String, String> fields) {
        Browser.Answer offer = Forms.send(browser, PAGE, PAGE, fields);
        assertThat(offer.status()).isEqualTo(200);
        assertThat(offer.text()).contains("<svg class=\"qr\"").doesNotContain("style=");
        return Base32.bytes(Forms.find(offer, "secret=([A-Z2-7]+)")).orElseThrow();
    }

    private Browser.Answer confirm(Browser browser, byte[] secret) {
        return browser.postForm(CONFIRM, Map.of("code", code(secret)));
    }

    private String code(byte[] secret) {
        return Totp.code(secret, server.clock().instant());
    }

    private Enrolled enrol() {
        Browser browser = server.as(Role.CLINICIAN, name);
        byte[] secret = begin(browser, Map.of("action", "BEGIN", "password", PASSWORD));
        return new Enrolled(browser, secret, codes(confirm(browser, secret)));
    }

    private static List<String> codes(Browser.Answer page) {
        assertThat(page.status()).isEqualTo(200);
        return Pattern.compile("([A-Z2-7]{4}-){5}[A-Z2-7]{4}")
                .matcher(page.text())
                .results()
                .map(found -> found.group())
                .toList();
    }

    /** The password is right; the code is awaited. */
    private Browser halfway() {
        Browser browser = server.browser();
        Browser.Answer answer = browser.postJson("/login", Map.of("login", "clinician-" + name, "password", PASSWORD));
        assertThat(answer.json().at("/state").asText()).isEqualTo("CODE");
        return browser.holding(
                browser.cookie().orElseThrow(), answer.json().at("/csrf").asText());
    }

    private static Browser.Answer pass(Browser browser, String code) {
        return browser.postJson("/login/code", Map.of("code", code));
    }

    @Test
    void it_needs_the_password_and_a_right_code_and_then_every_other_login_ends() {
        Browser other = server.as(Role.CLINICIAN, name);
        Browser browser = server.as(Role.CLINICIAN, name);
        assertThat(Forms.send(browser, PAGE, PAGE, Map.of("action", "BEGIN", "password", "not the password"))
                        .status())
                .isEqualTo(400);
        byte[] secret = begin(browser, Map.of("action", "BEGIN", "password", PASSWORD));
        String old = browser.cookie().orElseThrow();

        Browser.Answer wrong = browser.postForm(CONFIRM, Map.of("code", "000000"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(browser.postJson("/lock/seen", Map.of()).status()).isEqualTo(204);
        Browser.Answer right = confirm(browser, secret);

        assertThat(codes(right)).hasSize(10).doesNotHaveDuplicates();
        assertThat(browser.cookie()).isPresent().isNotEqualTo(java.util.Optional.of(old));
        assertThat(browser.page("/worklist").status()).isEqualTo(200);
        assertThat(other.get("/worklist").status()).isEqualTo(401);
        assertThat(server.browser().holding(old, "").get("/worklist").status()).isEqualTo(401);
        assertThat(browser.page("/account").text()).contains("10 recovery codes are left");
    }

    @Test
    void after_the_password_nothing_opens_until_the_code_and_a_code_opens_once() {
        Enrolled enrolled = enrol();
        Browser half = halfway();
        String pending = half.cookie().orElseThrow();

        Browser.Answer early = half.get("/api/sensors");
        assertThat(early.status()).isEqualTo(401);
        assertThat(early.json().at("/error/code").asText()).isEqualTo("CODE_NEEDED");
        assertThat(half.page("/worklist").header("Location")).isEqualTo("/login/code");
        assertThat(half.page("/account").header("Location")).isEqualTo("/login/code");
        assertThat(half.page("/about").text()).doesNotContain("Sample CLINICIAN");
        assertThat(pass(half, code(enrolled.secret())).status())
                .as("the code that confirmed it was used")
                .isEqualTo(401);

        server.clock().forward(Duration.ofSeconds(30));
        String code = code(enrolled.secret());
        Browser.Answer in = pass(half, code);
        assertThat(in.status()).isEqualTo(200);
        assertThat(in.json().at("/state").asText()).isEqualTo("OPEN");
        assertThat(half.get("/worklist").status()).isEqualTo(200);
        assertThat(server.browser().holding(pending, "").get("/worklist").status())
                .as("a new token at every step")
                .isEqualTo(401);
        assertThat(pass(halfway(), code).status()).as("replayed").isEqualTo(401);
    }

    @Test
    void a_recovery_code_opens_once_and_a_form_leads_to_the_page_of_the_role() {
        Enrolled enrolled = enrol();
        String code = enrolled.codes().get(3);
        Browser browser = server.browser();
        Browser.Answer first = browser.postForm("/login", Map.of("login", "clinician-" + name, "password", PASSWORD));
        assertThat(first.header("Location")).isEqualTo("/login/code");
        assertThat(Forms.send(browser, "/login/code", "/login/code", Map.of("code", "AAAA-BBBB-CCCC-DDDD-EEEE-FFFF"))
                        .status())
                .isEqualTo(401);

        Browser.Answer in = Forms.send(
                browser, "/login/code", "/login/code", Map.of("code", code.toLowerCase(java.util.Locale.ROOT)));

        assertThat(in.header("Location")).isEqualTo("/worklist");
        assertThat(browser.page("/account").text()).contains("9 recovery codes are left");
        assertThat(pass(halfway(), code).status()).isEqualTo(401);
    }

    @Test
    void guessing_at_codes_is_slowed_down_across_browsers() {
        Enrolled enrolled = enrol();
        server.clock().forward(Duration.ofSeconds(30));
        for (int i = 0; i < 5; i++) {
            assertThat(pass(halfway(), "00000" + i).status()).isEqualTo(401);
        }

        Browser.Answer tooOften = pass(halfway(), code(enrolled.secret()));

        assertThat(tooOften.status()).isEqualTo(429);
        assertThat(tooOften.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void it_goes_with_the_password_alone_and_not_where_the_clinic_asks_for_it() {
        Enrolled enrolled = enrol();
        Browser browser = enrolled.browser();
        assertThat(Forms.send(browser, PAGE, PAGE, Map.of("action", "REMOVE", "password", "no"))
                        .status())
                .isEqualTo(400);
        Browser owner = server.as(Role.OWNER, name);
        require(owner);
        assertThat(Forms.send(browser, PAGE, PAGE, Map.of("action", "REMOVE", "password", PASSWORD))
                        .status())
                .isEqualTo(409);
        Forms.send(owner, "/people", "/people/rules", Map.of("lockMinutes", "10"));

        assertThat(Forms.send(browser, PAGE, PAGE, Map.of("action", "REMOVE", "password", PASSWORD))
                        .status())
                .isEqualTo(303);

        assertThat(browser.page("/account").text()).contains("a stolen password alone");
        assertThat(server.as(Role.CLINICIAN, name).get("/worklist").status()).isEqualTo(200);
    }

    private static void require(Browser owner) {
        Browser.Answer set =
                Forms.send(owner, "/people", "/people/rules", Map.of("secondFactor", "yes", "lockMinutes", "10"));
        assertThat(set.status()).isEqualTo(303);
    }

    @Test
    void where_the_clinic_asks_for_it_staff_set_one_up_first_and_patients_need_none() {
        require(server.as(Role.OWNER, name));
        assertThat(server.as(Role.PATIENT, name).get("/me").status()).isEqualTo(200);
        Browser browser = server.as(Role.ASSISTANT, name);

        Browser.Answer refused = browser.get("/api/sensors");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().at("/error/code").asText()).isEqualTo("SECOND_FACTOR_REQUIRED");
        assertThat(browser.page("/worklist").header("Location")).isEqualTo(PAGE);
        assertThat(Forms.send(browser, PAGE, PAGE, Map.of("action", "REMOVE")).status())
                .isEqualTo(403);

        byte[] secret = begin(browser, Map.of("action", "BEGIN"));
        assertThat(codes(confirm(browser, secret))).hasSize(10);
        assertThat(browser.page("/worklist").status()).isEqualTo(200);
    }

    @Test
    void an_owner_resets_somebodys_for_a_reason_that_stands_in_the_log() {
        Enrolled enrolled = enrol();
        Browser owner = server.as(Role.OWNER, name);
        String path = "/people/" + clinic.accounts().get(Role.CLINICIAN).id();
        assertThat(Forms.send(owner, "/people", path, Map.of("action", "RESET_FACTOR"))
                        .status())
                .isEqualTo(400);
        assertThat(Forms.send(owner, "/people", path, Map.of("action", "RESET_FACTOR", "reason", "telephone lost"))
                        .status())
                .isEqualTo(303);

        assertThat(enrolled.browser().get("/worklist").status()).isEqualTo(401);
        assertThat(server.as(Role.CLINICIAN, name).get("/worklist").status()).isEqualTo(200);
        AuditEvent reset = events().stream()
                .filter(event -> event.action().equals("account.second-factor.reset"))
                .findFirst()
                .orElseThrow();
        assertThat(reset.reason()).isEqualTo("telephone lost");
        assertThat(reset.actor()).isEqualTo(clinic.accounts().get(Role.OWNER).id());
    }

    @Test
    void neither_secret_nor_code_stands_in_the_database_or_the_log() {
        Enrolled enrolled = enrol();
        Browser half = halfway();
        server.clock().forward(Duration.ofSeconds(30));
        String code = code(enrolled.secret());
        pass(half, code);

        String sealed = server.store()
                .read(stores -> stores.signIn()
                        .factor(
                                clinic.clinic().id(),
                                clinic.accounts().get(Role.CLINICIAN).id()))
                .orElseThrow()
                .sealedSecret();

        assertThat(sealed).doesNotContain(Base32.text(enrolled.secret()));
        assertThat(java.util.Base64.getDecoder().decode(sealed)).hasSize(12 + 20 + 16);
        assertThat(events().toString())
                .contains("account.second-factor.confirm", "account.code")
                .doesNotContain(Base32.text(enrolled.secret()), sealed, "code=" + code)
                .doesNotContain(enrolled.codes());
    }

    private List<AuditEvent> events() {
        return server.store()
                .read(stores -> stores.audit().newest(clinic.clinic().id(), Long.MAX_VALUE, 200));
    }
}
