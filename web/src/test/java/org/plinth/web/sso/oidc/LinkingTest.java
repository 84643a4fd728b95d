package org.plinth.web.sso.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.SsoIdentity;
import org.plinth.web.store.AuditEvent;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.CookieBrowser;
import org.plinth.web.testkit.ManualClock;

/** A person links single sign-on to her own account, and takes it back. */
@Tag("slow")
class LinkingTest {

    private static final String WAYS = "/account/sign-in";
    private static final Pattern UNLINK = Pattern.compile("action=\"(/account/sign-in/sso/[0-9a-f]{32}/unlink)\"");

    private final ManualClock clock = new ManualClock(ClinicServer.START);
    private final SigningProvider provider = new SigningProvider(clock);
    private final ClinicServer server = ClinicServer.withPages(Map.of(
            "PLINTH_OIDC_ISSUER", provider.issuer(),
            "PLINTH_OIDC_CLIENT_ID", SigningProvider.CLIENT,
            "PLINTH_OIDC_CLIENT_SECRET", SigningProvider.SECRET));
    private ClinicServer.Sample clinic;

    @BeforeEach
    void addClinic() {
        clinic = server.addClinic("a");
    }

    @AfterEach
    void stop() {
        server.close();
        provider.close();
    }

    private CookieBrowser as(String login) {
        return new CookieBrowser(server.root()).logIn(login, ClinicServer.PASSWORD);
    }

    private List<SsoIdentity> links(Role role) {
        return server.store().read(stores -> stores.signOn()
                .identities(clinic.clinic().id(), clinic.accounts().get(role).id()));
    }

    private CookieBrowser.Page begin(CookieBrowser browser, String password) {
        return browser.post(WAYS + "/sso", Map.of("csrf", browser.csrf(WAYS), "password", password));
    }

    private void prove(CookieBrowser browser) {
        String away = begin(browser, ClinicServer.PASSWORD).onward();
        assertThat(SigningProvider.query(away)).containsEntry("prompt", "login");
        CookieBrowser.Page back = browser.ledTo(browser.ledTo(away).location().orElseThrow());
        assertThat(back.onward()).isEqualTo(WAYS);
    }

    private CookieBrowser.Page confirm(CookieBrowser browser) {
        return browser.post(WAYS + "/sso/link", Map.of("csrf", browser.csrf(WAYS)));
    }

    @Test
    void with_the_password_a_proof_and_her_word_the_account_is_linked_and_logs_in_and_it_is_noted() {
        CookieBrowser browser = as("clinician-a");
        prove(browser);
        assertThat(links(Role.CLINICIAN)).isEmpty();
        assertThat(browser.get(WAYS).text()).contains("Link that to the account of Sample CLINICIAN?");

        assertThat(confirm(browser).status()).isEqualTo(303);

        assertThat(links(Role.CLINICIAN)).hasSize(1);
        assertThat(browser.get(WAYS).text()).contains(provider.issuer()).doesNotContain("person-1");
        CookieBrowser next = new CookieBrowser(server.root());
        String away = next.get("/login/sso").location().orElseThrow();
        next.ledTo(next.ledTo(away).location().orElseThrow());
        assertThat(next.get("/worklist").status()).isEqualTo(200);
        List<AuditEvent> events = server.store()
                .read(stores -> stores.audit().newest(clinic.clinic().id(), Long.MAX_VALUE, 20));
        assertThat(events).extracting(AuditEvent::action).contains("account.sso.link", "login.sso");
        assertThat(events.toString()).doesNotContain("person-1");
    }

    @Test
    void the_wrong_password_begins_nothing_and_is_noted() {
        CookieBrowser browser = as("clinician-a");

        CookieBrowser.Page page = begin(browser, "not the password");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text()).contains("This is not your password");
        assertThat(browser.cookie("plinth-sso")).isEmpty();
        List<AuditEvent> newest = server.store()
                .read(stores -> stores.audit().newest(clinic.clinic().id(), Long.MAX_VALUE, 1));
        assertThat(newest).extracting(AuditEvent::action).containsExactly("login.again.refused");
    }

    @Test
    void a_proof_links_only_the_account_that_began_it() {
        CookieBrowser browser = as("clinician-a");
        prove(browser);
        browser.logIn("assistant-a", ClinicServer.PASSWORD);

        CookieBrowser.Page page = confirm(browser);

        assertThat(page.status()).isEqualTo(400);
        assertThat(links(Role.ASSISTANT)).isEmpty();
        assertThat(links(Role.CLINICIAN)).isEmpty();
    }

    @Test
    void without_a_proof_nothing_is_linked() {
        assertThat(confirm(as("clinician-a")).status()).isEqualTo(400);
        assertThat(links(Role.CLINICIAN)).isEmpty();
    }

    @Test
    void one_person_at_the_provider_is_one_account_here() {
        CookieBrowser first = as("clinician-a");
        prove(first);
        confirm(first);
        CookieBrowser second = as("assistant-a");
        prove(second);

        CookieBrowser.Page page = confirm(second);

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("linked to another account");
        assertThat(links(Role.ASSISTANT)).isEmpty();
    }

    @Test
    void once_unlinked_it_no_longer_logs_in_and_nobody_elses_can_be_unlinked() {
        CookieBrowser browser = as("clinician-a");
        prove(browser);
        confirm(browser);
        String unlink = browser.get(WAYS).found(UNLINK);
        CookieBrowser other = as("assistant-a");
        Map<String, String> others = Map.of("csrf", other.csrf(WAYS), "password", ClinicServer.PASSWORD);
        assertThat(other.post(unlink, others).status()).isEqualTo(404);
        Map<String, String> wrong = Map.of("csrf", browser.csrf(WAYS), "password", "not the password");
        assertThat(browser.post(unlink, wrong).status()).isEqualTo(400);
        assertThat(links(Role.CLINICIAN)).hasSize(1);

        Map<String, String> right = Map.of("csrf", browser.csrf(WAYS), "password", ClinicServer.PASSWORD);
        assertThat(browser.post(unlink, right).status()).isEqualTo(303);

        CookieBrowser next = new CookieBrowser(server.root());
        String away = next.get("/login/sso").location().orElseThrow();
        assertThat(next.ledTo(next.ledTo(away).location().orElseThrow()).status())
                .isEqualTo(403);
    }
}
