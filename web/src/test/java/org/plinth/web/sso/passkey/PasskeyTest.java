package org.plinth.web.sso.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Role;
import org.plinth.web.store.Act;
import org.plinth.web.store.AuditEvent;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.CookieBrowser;

/** Passkeys by a device in software. */
@Tag("slow")
class PasskeyTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String WAYS = "/account/sign-in";
    private static final String ORIGIN = "https://plinth.sample.example";
    private static final String PARTY = "plinth.sample.example";

    private static ClinicServer server;
    private static ClinicServer.Sample clinic;

    @BeforeAll
    static void start() {
        server = ClinicServer.withPages(Map.of("PLINTH_PUBLIC_URL", ORIGIN));
        clinic = server.addClinic("a");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static CookieBrowser browser() {
        return new CookieBrowser(server.root());
    }

    private static SoftDevice device() {
        return new SoftDevice(ORIGIN, PARTY);
    }

    private static String json(Map<String, String> fields) {
        try {
            return MAPPER.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(CookieBrowser.Page page) {
        try {
            return MAPPER.readTree(page.text());
        } catch (JsonProcessingException e) {
            throw new AssertionError(page.toString(), e);
        }
    }

    /** What the server asks somebody who wants a new passkey. */
    private static JsonNode askForNew(CookieBrowser browser) {
        CookieBrowser.Page page = browser.postJson(
                WAYS + "/passkeys/options",
                json(Map.of("password", ClinicServer.PASSWORD)),
                Optional.of(browser.csrf(WAYS)));
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        return read(page);
    }

    private static CookieBrowser.Page keep(CookieBrowser browser, String name, Map<String, String> made) {
        Map<String, String> fields = new LinkedHashMap<>(made);
        fields.put("name", name);
        return browser.postJson(WAYS + "/passkeys", json(fields), Optional.of(browser.csrf(WAYS)));
    }

    private static SoftDevice registered(String login, String name) {
        CookieBrowser browser = browser().logIn(login, ClinicServer.PASSWORD);
        SoftDevice device = device();
        JsonNode asked = askForNew(browser);
        device.handle = asked.at("/user/id").asText();
        CookieBrowser.Page page =
                keep(browser, name, device.make(asked.path("challenge").asText()));
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        return device;
    }

    private static String askForLogin(CookieBrowser browser) {
        CookieBrowser.Page page = browser.postJson("/login/passkey/options", "{}", Optional.empty());
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        return read(page).path("challenge").asText();
    }

    private static CookieBrowser.Page logIn(CookieBrowser browser, SoftDevice device) {
        device.counter++;
        return answer(browser, device.use(askForLogin(browser)));
    }

    private static CookieBrowser.Page answer(CookieBrowser browser, Map<String, String> fields) {
        return browser.postJson("/login/passkey", json(fields), Optional.empty());
    }

    private static List<String> actions() {
        return server
                .store()
                .read(stores -> stores.audit().newest(clinic.clinic().id(), Long.MAX_VALUE, 4))
                .stream()
                .map(AuditEvent::action)
                .toList();
    }

    @Test
    void what_is_asked_needs_a_verified_person_and_a_passkey_that_needs_no_login_name() {
        CookieBrowser browser = browser().logIn("owner-a", ClinicServer.PASSWORD);

        JsonNode asked = askForNew(browser);

        assertThat(asked.at("/rp/id").asText()).isEqualTo(PARTY);
        assertThat(asked.at("/authenticatorSelection/residentKey").asText()).isEqualTo("required");
        assertThat(asked.at("/authenticatorSelection/userVerification").asText())
                .isEqualTo("required");
        assertThat(asked.path("challenge").asText()).hasSize(43);
        assertThat(asked.at("/user/id").asText()).hasSize(22);
        assertThat(asked.path("challenge")).isNotEqualTo(askForNew(browser).path("challenge"));
    }

    @Test
    void a_passkey_logs_in_shows_its_name_and_last_use_and_is_noted() {
        SoftDevice phone = registered("clinician-a", "Sample phone");
        registered("clinician-a", "Sample key ring");
        CookieBrowser browser = browser();

        CookieBrowser.Page in = logIn(browser, phone);

        assertThat(in.status()).isEqualTo(200);
        assertThat(read(in).path("next").asText()).isEqualTo("/worklist");
        assertThat(actions()).contains("login.passkey", "passkey.use");
        String page = browser.get(WAYS).text();
        assertThat(page).contains("Sample phone", "Sample key ring", "last used: never");
        assertThat(Pattern.compile("last used: 6 Aug|last used: [^n]")
                        .matcher(page)
                        .find())
                .isTrue();
        assertThat(logIn(browser(), phone).status()).isEqualTo(200);
    }

    @Test
    void a_device_that_does_not_count_serves_too() {
        SoftDevice device = registered("assistant-a", "Sample synced");

        for (int i = 0; i < 2; i++) {
            CookieBrowser browser = browser();
            assertThat(answer(browser, device.use(askForLogin(browser))).status())
                    .isEqualTo(200);
        }
    }

    private record Lie(String name, Consumer<SoftDevice> tell) {}

    private static Stream<Lie> lies() {
        return Stream.of(
                new Lie("nobody was verified", device -> device.verifies = false),
                new Lie("another page asked", device -> device.origin = "https://other.example"),
                new Lie("a page of the same host without TLS asked", device -> device.origin = "http://" + PARTY),
                new Lie("a page of the same host at another port asked", device -> device.origin = ORIGIN + ":8443"),
                new Lie("bound to another host", device -> device.relyingParty = "other.example"));
    }

    @TestFactory
    Stream<DynamicTest> a_log_in_is_refused_where() {
        return Stream.concat(
                        lies(),
                        Stream.of(
                                new Lie("the answer is one to making", liar -> liar.uses = "webauthn.create"),
                                new Lie("another key signed", SoftDevice::changeKey),
                                new Lie("it names another person", liar -> liar.handle = "AAAAAAAAAAAAAAAAAAAAAA")))
                .map(lie -> DynamicTest.dynamicTest(lie.name(), () -> {
                    SoftDevice good =
                            registered("clinician-a", "Sample " + lie.name().length());
                    assertThat(logIn(browser(), good).status()).isEqualTo(200);
                    lie.tell().accept(good);
                    CookieBrowser browser = browser();
                    CookieBrowser.Page page = logIn(browser, good);
                    assertThat(page.status()).as(page.text()).isEqualTo(401);
                    assertThat(browser.cookie("plinth")).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_new_one_is_refused_where() {
        return Stream.concat(
                        lies(), Stream.of(new Lie("the answer is one to using", liar -> liar.makes = "webauthn.get")))
                .map(lie -> DynamicTest.dynamicTest(lie.name(), () -> {
                    CookieBrowser browser = browser().logIn("auditor-a", ClinicServer.PASSWORD);
                    SoftDevice device = device();
                    lie.tell().accept(device);
                    JsonNode asked = askForNew(browser);
                    CookieBrowser.Page page = keep(
                            browser,
                            "Sample",
                            device.make(asked.path("challenge").asText()));
                    assertThat(page.status()).as(page.text()).isEqualTo(400);
                    assertThat(browser.get(WAYS).text()).contains("You have no passkey yet");
                }));
    }

    @Test
    void a_counter_that_went_back_is_refused_and_noted() {
        SoftDevice device = registered("clinician-a", "Sample copied");
        device.counter = 10;
        assertThat(logIn(browser(), device).status()).isEqualTo(200);

        device.counter = 5;
        assertThat(logIn(browser(), device).status()).isEqualTo(401);
        assertThat(actions()).contains("login.passkey.refused");
        device.counter = 10; // the next answer counts 11, which was seen
        assertThat(logIn(browser(), device).status()).isEqualTo(401);
        assertThat(logIn(browser(), device).status()).isEqualTo(200);
    }

    @Test
    void a_challenge_serves_once_for_five_minutes_in_its_own_browser() {
        SoftDevice device = registered("clinician-a", "Sample challenged");
        CookieBrowser browser = browser();
        device.counter = 1;
        Map<String, String> answer = device.use(askForLogin(browser));
        CookieBrowser other = browser();
        askForLogin(other);
        assertThat(answer(other, answer).status()).isEqualTo(401);
        assertThat(answer(browser, answer).status()).isEqualTo(200);
        assertThat(answer(browser, answer).status()).isEqualTo(401);

        CookieBrowser late = browser();
        device.counter = 2;
        Map<String, String> slow = device.use(askForLogin(late));
        server.clock().forward(Duration.ofMinutes(5));
        assertThat(answer(late, slow).status()).isEqualTo(401);
    }

    @Test
    void a_challenge_for_a_log_in_makes_no_passkey() {
        CookieBrowser browser = browser().logIn("owner-a", ClinicServer.PASSWORD);
        String challenge = askForLogin(browser);

        assertThat(keep(browser, "Sample", device().make(challenge)).status()).isEqualTo(400);
    }

    @Test
    void without_the_password_nothing_is_asked_nor_removed() {
        CookieBrowser browser = browser().logIn("patient-a", ClinicServer.PASSWORD);
        String csrf = browser.csrf(WAYS);

        CookieBrowser.Page page = browser.postJson(
                WAYS + "/passkeys/options", json(Map.of("password", "not the password")), Optional.of(csrf));

        assertThat(page.status()).isEqualTo(400);
        assertThat(read(page).at("/error/field").asText()).isEqualTo("password");
    }

    @Test
    void a_removed_passkey_and_one_of_a_disabled_account_log_nobody_in() {
        SoftDevice device = registered("assistant-a", "Sample removed");
        CookieBrowser browser = browser().logIn("assistant-a", ClinicServer.PASSWORD);
        String remove = browser.get(WAYS)
                .found(Pattern.compile(
                        "action=\"(" + WAYS + "/passkeys/[0-9a-f]{32}/remove)\">\\s*<h3>Sample removed"));
        Map<String, String> fields = Map.of("csrf", browser.csrf(WAYS), "password", ClinicServer.PASSWORD);
        assertThat(browser.post(remove, fields).status()).isEqualTo(303);
        assertThat(logIn(browser(), device).status()).isEqualTo(401);

        SoftDevice disabled = registered("patient-a", "Sample disabled");
        disable(clinic.accounts().get(Role.PATIENT));
        assertThat(logIn(browser(), disabled).status()).isEqualTo(401);
    }

    private static void disable(Account account) {
        Act act = Act.ofPlinth(account.clinic(), server.clock().instant(), "account.disable");
        server.store().write(act, stores -> {
            stores.accounts()
                    .change(new Account(
                            account.id(),
                            account.clinic(),
                            account.login(),
                            account.displayName(),
                            account.role(),
                            account.patient(),
                            true));
            return true;
        });
    }

    @Test
    void what_is_no_answer_at_all_is_refused_with_its_field() {
        CookieBrowser browser = browser();
        Map<String, String> fields = new LinkedHashMap<>(device().use(askForLogin(browser)));
        fields.put("userHandle", "AA");
        fields.put("signature", "not base64url!");
        assertThat(read(answer(browser, fields)).at("/error/field").asText()).isEqualTo("signature");

        fields.put("signature", "AAAA");
        fields.put("clientDataJSON", "AAAA");
        assertThat(answer(browser, fields).status()).isEqualTo(401);
    }
}
