package org.plinth.web.sso.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.CookieBrowser;

/**
 * Single sign-on with a real provider: Keycloak's own distribution, which the soak tier unpacks (profile {@code keycloak} of
 * this module's pom), started on loopback with a realm of its own, and its own login form.
 */
@Tag("soak")
class KeycloakTest {

    private static final Path HOME =
            Path.of("target", "keycloak", "keycloak-26.2.5").toAbsolutePath();
    private static final String SECRET = "sample-client-secret";
    private static final String WAYS = "/account/sign-in";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern FORM = Pattern.compile("id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");

    private static ClinicServer server;
    private static Process keycloak;

    @BeforeAll
    static void start() throws Exception {
        assertThat(HOME.resolve("bin/kc.sh"))
                .as("Keycloak, unpacked by the build: -Dplinth.tests.groups=soak")
                .exists();
        int port = freePort();
        String issuer = "http://127.0.0.1:" + port + "/realms/plinth";
        server = ClinicServer.withPages(Map.of(
                "PLINTH_OIDC_ISSUER",
                issuer,
                "PLINTH_OIDC_CLIENT_ID",
                "plinth",
                "PLINTH_OIDC_CLIENT_SECRET",
                SECRET,
                "PLINTH_OIDC_NAME",
                "Keycloak"));
        server.addClinic("a");
        beNow();
        Files.createDirectories(HOME.resolve("data/import"));
        try (var realm = KeycloakTest.class.getResourceAsStream("/keycloak/realm.json")) {
            String text = new String(realm.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(
                    HOME.resolve("data/import/plinth-realm.json"),
                    text.replace("PLINTH_ROOT", server.root()).replace("PLINTH_SECRET", SECRET));
        }
        keycloak = run(port);
        awaitAnswer(URI.create(issuer + "/.well-known/openid-configuration"));
    }

    private static Process run(int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        HOME.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--db=dev-mem",
                        "--cache=local",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--http-management-port=" + freePort())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "keycloak", "keycloak.log").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
        return builder.start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Its answer is the only sign that it is up. */
    private static void awaitAnswer(URI address) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        Instant until = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(address)
                                .timeout(Duration.ofSeconds(20))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                assertThat(keycloak.isAlive())
                        .as("Keycloak runs; see target/keycloak/keycloak.log")
                        .isTrue();
            }
            assertThat(Instant.now()).as("time for Keycloak to start").isBefore(until);
            keycloak.waitFor(500, TimeUnit.MILLISECONDS);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        if (keycloak != null) {
            keycloak.descendants().forEach(ProcessHandle::destroy);
            keycloak.destroy();
            if (!keycloak.waitFor(30, TimeUnit.SECONDS)) {
                keycloak.descendants().forEach(ProcessHandle::destroyForcibly);
                keycloak.destroyForcibly();
            }
        }
        if (server != null) {
            server.close();
        }
    }

    /** Keycloak looks at a real clock. */
    private static void beNow() {
        server.clock().forward(Duration.between(server.clock().instant(), Instant.now()));
    }

    /** Follows redirects of the provider until it shows a page or leads home. */
    private static CookieBrowser.Page follow(CookieBrowser browser, String address) {
        CookieBrowser.Page page = browser.ledTo(address);
        String where = address;
        while (page.status() / 100 == 3) {
            where = URI.create(where).resolve(page.location().orElseThrow()).toString();
            page = browser.ledTo(where);
        }
        return page;
    }

    /** Logs in by the provider's form; our page to which it leads back. */
    private static CookieBrowser.Page prove(CookieBrowser browser, String address, String person) {
        beNow();
        CookieBrowser.Page form = follow(browser, address);
        String action = form.found(FORM).replace("&amp;", "&");
        CookieBrowser.Page sent =
                browser.post(action, Map.of("username", person, "password", "sample password", "credentialId", ""));
        return sent.status() / 100 == 3 ? follow(browser, sent.location().orElseThrow()) : sent;
    }

    @Test
    void the_whole_way_link_log_in_log_out_at_both_and_unlink() {
        CookieBrowser stranger = new CookieBrowser(server.root());
        CookieBrowser.Page unknown =
                prove(stranger, stranger.get("/login/sso").location().orElseThrow(), "sample-kim");
        assertThat(unknown.status()).isEqualTo(403);
        assertThat(unknown.text()).contains("Keycloak knows you, but no account of Plinth is linked");

        CookieBrowser kim = new CookieBrowser(server.root()).logIn("clinician-a", ClinicServer.PASSWORD);
        CookieBrowser.Page out =
                kim.post(WAYS + "/sso", Map.of("csrf", kim.csrf(WAYS), "password", ClinicServer.PASSWORD));
        assertThat(prove(kim, out.onward(), "sample-kim").onward()).isEqualTo(WAYS);
        assertThat(kim.post(WAYS + "/sso/link", Map.of("csrf", kim.csrf(WAYS))).status())
                .isEqualTo(303);

        CookieBrowser next = new CookieBrowser(server.root());
        CookieBrowser.Page in = prove(next, next.get("/login/sso").location().orElseThrow(), "sample-kim");
        assertThat(in.onward()).isEqualTo("/worklist");
        assertThat(next.get("/worklist").status()).isEqualTo(200);

        logsOutAtBoth(next);

        CookieBrowser other = new CookieBrowser(server.root());
        assertThat(prove(other, other.get("/login/sso").location().orElseThrow(), "sample-ada")
                        .status())
                .isEqualTo(403);
    }

    private static void logsOutAtBoth(CookieBrowser browser) {
        CookieBrowser.Page out = browser.post("/logout", Map.of("csrf", browser.csrf("/worklist")));
        CookieBrowser.Page after =
                follow(browser, browser.get(out.location().orElseThrow()).onward());
        assertThat(after.text()).contains("Log in with Keycloak");
        assertThat(browser.get("/worklist").location()).contains("/login");
        CookieBrowser.Page again =
                follow(browser, browser.get("/login/sso").location().orElseThrow());
        assertThat(again.text()).as("Keycloak asks for the password anew").contains("kc-form-login");
    }

    @Test
    void a_person_who_types_the_wrong_password_there_does_not_come_back() {
        CookieBrowser browser = new CookieBrowser(server.root());
        CookieBrowser.Page form =
                follow(browser, browser.get("/login/sso").location().orElseThrow());

        CookieBrowser.Page page = browser.post(
                form.found(FORM).replace("&amp;", "&"),
                Map.of("username", "sample-kim", "password", "wrong", "credentialId", ""));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("kc-form-login");
        assertThat(browser.cookie("plinth")).isEmpty();
    }
}
