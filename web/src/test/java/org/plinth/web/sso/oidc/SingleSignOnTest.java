package org.plinth.web.sso.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.SsoIdentity;
import org.plinth.web.store.Act;
import org.plinth.web.store.AuditEvent;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.CookieBrowser;
import org.plinth.web.testkit.ManualClock;

/** The way to a provider and back, against one that signs real tokens. */
@Tag("slow")
class SingleSignOnTest {

    private static SigningProvider provider;
    private static ClinicServer server;
    private static ClinicServer.Sample clinic;

    @BeforeAll
    static void start() {
        ManualClock clock = new ManualClock(ClinicServer.START);
        provider = new SigningProvider(
                () -> server == null ? clock.instant() : server.clock().instant());
        server = ClinicServer.withPages(Map.of(
                "PLINTH_OIDC_ISSUER",
                provider.issuer(),
                "PLINTH_OIDC_CLIENT_ID",
                SigningProvider.CLIENT,
                "PLINTH_OIDC_CLIENT_SECRET",
                SigningProvider.SECRET,
                "PLINTH_OIDC_NAME",
                "Sample Provider"));
        clinic = server.addClinic("a");
        link(clinic.accounts().get(Role.CLINICIAN), "person-1");
    }

    @AfterAll
    static void stop() {
        server.close();
        provider.close();
    }

    @BeforeEach
    void beHonest() {
        provider.honest();
    }

    private static void link(Account account, String subject) {
        Act act = new Act(account.clinic(), account.id(), server.clock().instant(), "account.sso.link", "", "");
        server.store().write(act, stores -> {
            stores.signOn()
                    .link(new SsoIdentity(
                            Id.random(new SecureRandom()),
                            account.clinic(),
                            account.id(),
                            provider.issuer(),
                            subject,
                            server.clock().instant()));
            return true;
        });
    }

    private static CookieBrowser browser() {
        return new CookieBrowser(server.root());
    }

    /** To the provider and back to the door: the address to which it sends the browser. */
    private static String fetchAnswer(CookieBrowser browser) {
        CookieBrowser.Page away = browser.get("/login/sso");
        assertThat(away.status()).isEqualTo(303);
        return browser.ledTo(away.location().orElseThrow()).location().orElseThrow();
    }

    private static List<String> actions() {
        return server
                .store()
                .read(stores -> stores.audit().newest(clinic.clinic().id(), Long.MAX_VALUE, 5))
                .stream()
                .map(AuditEvent::action)
                .toList();
    }

    @Test
    void a_linked_person_is_let_in_and_it_is_noted() {
        CookieBrowser browser = browser();

        CookieBrowser.Page in = browser.ledTo(fetchAnswer(browser));

        assertThat(in.status()).isEqualTo(200);
        assertThat(in.onward()).isEqualTo("/worklist");
        assertThat(browser.get("/worklist").status()).isEqualTo(200);
        assertThat(actions()).contains("login.sso");
    }

    /** A provider proves one factor: the second, where she has one, is asked for here all the same. */
    @Test
    void who_has_a_second_factor_is_asked_for_its_code_behind_the_provider() {
        Account assistant = clinic.accounts().get(Role.ASSISTANT);
        link(assistant, "person-with-factor");
        Act act =
                new Act(assistant.clinic(), assistant.id(), server.clock().instant(), "account.second-factor", "", "");
        server.store().write(act, stores -> {
            stores.signIn().offerFactor(assistant.clinic(), assistant.id(), "sealed");
            return stores.signIn().useStep(assistant.clinic(), assistant.id(), 1);
        });
        provider.subject = "person-with-factor";
        CookieBrowser browser = browser();

        browser.ledTo(fetchAnswer(browser));

        assertThat(browser.get("/worklist").location()).contains("/login/code");
        assertThat(browser.get("/patients").location()).contains("/login/code");
    }

    @Test
    void the_login_page_offers_it_by_name() {
        assertThat(browser().get("/login").text()).contains("Log in with Sample Provider", "href=\"/login/sso\"");
    }

    @Test
    void an_elliptic_key_serves_as_well() {
        provider.algorithm = "ES256";
        CookieBrowser browser = browser();

        assertThat(browser.ledTo(fetchAnswer(browser)).onward()).isEqualTo("/worklist");
    }

    @Test
    void a_new_key_of_the_provider_works_at_once() {
        CookieBrowser browser = browser();
        fetchAnswer(browser);
        provider.rotate();

        assertThat(browser.ledTo(fetchAnswer(browser)).onward()).isEqualTo("/worklist");
    }

    @Test
    void the_request_is_bound_by_state_nonce_and_verifier_which_are_new_each_time() {
        CookieBrowser browser = browser();
        Map<String, String> first =
                SigningProvider.query(browser.get("/login/sso").location().orElseThrow());
        Map<String, String> second =
                SigningProvider.query(browser.get("/login/sso").location().orElseThrow());

        assertThat(first)
                .containsEntry("response_type", "code")
                .containsEntry("scope", "openid")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", server.root() + "login/sso/callback");
        for (String secret : List.of("state", "nonce", "code_challenge")) {
            assertThat(first.get(secret)).hasSizeGreaterThanOrEqualTo(43).isNotEqualTo(second.get(secret));
        }
        assertThat(first).doesNotContainKey("client_secret");
    }

    @Test
    void an_unknown_person_gets_a_sentence_and_nothing_is_made() {
        provider.subject = "person-nobody-knows";
        provider.claims = said -> said.put("email", "clinician-a");
        CookieBrowser browser = browser();
        int before = accounts();

        CookieBrowser.Page page = browser.ledTo(fetchAnswer(browser));

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("no account of Plinth is linked", "Nothing was made or changed");
        assertThat(browser.cookie("plinth")).isEmpty();
        assertThat(accounts()).isEqualTo(before);
    }

    private static int accounts() {
        return server.store()
                .read(stores -> stores.accounts().all(clinic.clinic().id()))
                .size();
    }

    @Test
    void an_answer_serves_once() {
        CookieBrowser browser = browser();
        String answer = fetchAnswer(browser);
        browser.ledTo(answer);

        CookieBrowser.Page again = browser.ledTo(answer);

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.text()).contains("used before");
    }

    @Test
    void an_answer_in_another_browser_opens_nothing_there_nor_here() {
        CookieBrowser mine = browser();
        String answer = fetchAnswer(mine);
        CookieBrowser theirs = browser();
        theirs.get("/login/sso");

        assertThat(theirs.ledTo(answer).status()).isEqualTo(400);
        assertThat(theirs.cookie("plinth")).isEmpty();
        assertThat(mine.ledTo(answer).status()).isEqualTo(400);
    }

    @Test
    void after_ten_minutes_it_begins_anew() {
        CookieBrowser browser = browser();
        String answer = fetchAnswer(browser);
        server.clock().forward(Duration.ofMinutes(10));

        assertThat(browser.ledTo(answer).status()).isEqualTo(400);
    }

    @Test
    void a_person_who_said_no_reads_so() {
        provider.answerInstead = Optional.of(Map.of("error", "access_denied"));
        CookieBrowser browser = browser();

        CookieBrowser.Page page = browser.ledTo(fetchAnswer(browser));

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("Sample Provider did not let you in");
    }

    @Test
    void another_error_an_unknown_code_and_another_providers_name_are_refused() {
        CookieBrowser browser = browser();
        provider.answerInstead = Optional.of(Map.of("error", "server_error"));
        assertThat(browser.ledToAsJson(fetchAnswer(browser)).text()).contains("SSO_REFUSED");

        provider.answerInstead = Optional.of(Map.of("code", "never-given"));
        assertThat(browser.ledToAsJson(fetchAnswer(browser)).text()).contains("SSO_REFUSED");

        provider.answerInstead = Optional.of(Map.of("code", "x", "iss", "https://other.example"));
        assertThat(browser.ledToAsJson(fetchAnswer(browser)).text()).contains("SSO_NOT_GENUINE");
    }

    @Test
    void a_provider_that_does_not_answer_is_said_to_be_away() {
        CookieBrowser browser = browser();
        String answer = fetchAnswer(browser);
        provider.broken = true;

        CookieBrowser.Page page = browser.ledTo(answer);
        server.clock().forward(Duration.ofMinutes(11));
        CookieBrowser.Page later = browser.get("/login/sso");

        assertThat(page.status()).isEqualTo(503);
        assertThat(later.status()).isEqualTo(503);
        assertThat(later.text()).contains("cannot be reached", "Log in with your password");

        provider.honest();
        assertThat(browser.get("/login/sso").status())
                .as("it is not asked again at once")
                .isEqualTo(503);
        server.clock().forward(Duration.ofSeconds(15));
        assertThat(browser.get("/login/sso").status()).isEqualTo(303);
    }

    @Test
    void a_provider_that_names_another_issuer_or_addresses_without_tls_is_not_used() {
        for (String field : List.of("issuer", "authorization_endpoint", "token_endpoint")) {
            provider.aboutInstead = Map.of(field, "http://other.example/x");
            server.clock().forward(Duration.ofMinutes(11));
            assertThat(browser().get("/login/sso").status()).as(field).isEqualTo(503);
        }
        provider.honest();
        server.clock().forward(Duration.ofMinutes(11));
        assertThat(browser().get("/login/sso").status()).isEqualTo(303);
    }

    @Test
    void an_account_that_is_switched_off_stays_out_and_the_try_is_noted() {
        Account auditor = clinic.accounts().get(Role.AUDITOR);
        link(auditor, "person-off");
        Act act = Act.ofPlinth(clinic.clinic().id(), server.clock().instant(), "account.disable");
        server.store().write(act, stores -> {
            stores.accounts()
                    .change(new Account(
                            auditor.id(),
                            auditor.clinic(),
                            auditor.login(),
                            auditor.displayName(),
                            auditor.role(),
                            Optional.empty(),
                            true));
            return true;
        });
        provider.subject = "person-off";
        CookieBrowser browser = browser();

        CookieBrowser.Page page = browser.ledTo(fetchAnswer(browser));

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("switched off");
        assertThat(actions()).contains("login.sso.refused");
    }

    @Test
    void logging_out_ends_the_login_here_and_leads_to_the_end_at_the_provider_once() {
        CookieBrowser browser = browser();
        browser.ledTo(fetchAnswer(browser));
        String csrf = browser.csrf("/worklist");

        CookieBrowser.Page out = browser.post("/logout", Map.of("csrf", csrf));
        String bye = out.location().orElseThrow();
        Map<String, String> end = SigningProvider.query(browser.get(bye).onward());

        assertThat(bye).startsWith("/login/sso/bye?ticket=");
        assertThat(browser.get("/worklist").location()).contains("/login");
        assertThat(end)
                .containsEntry("client_id", SigningProvider.CLIENT)
                .containsEntry("post_logout_redirect_uri", server.root() + "login")
                .containsKey("id_token_hint");
        assertThat(browser.get(bye).onward()).isEqualTo("/login");
    }

    @Test
    void who_logged_in_by_password_leaves_by_the_login_page() {
        CookieBrowser browser = browser().logIn("owner-a", ClinicServer.PASSWORD);
        String csrf = browser.csrf("/people");

        assertThat(browser.post("/logout", Map.of("csrf", csrf)).location()).contains("/login");
    }
}
