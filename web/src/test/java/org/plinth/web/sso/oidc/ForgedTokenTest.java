package org.plinth.web.sso.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.plinth.web.clinic.Account;
import org.plinth.web.clinic.Id;
import org.plinth.web.clinic.Role;
import org.plinth.web.clinic.SsoIdentity;
import org.plinth.web.store.Act;
import org.plinth.web.testkit.ClinicServer;
import org.plinth.web.testkit.CookieBrowser;

/** Tokens that a provider would not make, or not for us, or not now: each is refused by name, and nobody is let in. */
@Tag("slow")
class ForgedTokenTest {

    private static final Instant NOW = ClinicServer.START;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final KeyPair STRANGER = SigningProvider.rsa();

    private static SigningProvider provider;
    private static ClinicServer server;

    @BeforeAll
    static void start() {
        provider = new SigningProvider(Clock.fixed(NOW, ZoneOffset.UTC));
        server = ClinicServer.withPages(Map.of(
                "PLINTH_OIDC_ISSUER", provider.issuer(),
                "PLINTH_OIDC_CLIENT_ID", SigningProvider.CLIENT,
                "PLINTH_OIDC_CLIENT_SECRET", SigningProvider.SECRET));
        Account account = server.addClinic("a").accounts().get(Role.CLINICIAN);
        Act act = new Act(account.clinic(), account.id(), NOW, "account.sso.link", "", "");
        server.store().write(act, stores -> {
            stores.signOn()
                    .link(new SsoIdentity(
                            Id.random(RANDOM), account.clinic(), account.id(), provider.issuer(), "person-1", NOW));
            return true;
        });
    }

    @AfterAll
    static void stop() {
        server.close();
        provider.close();
    }

    private record Case(String name, String code, Consumer<Map<String, Object>> claims, UnaryOperator<String> token) {}

    @TestFactory
    Stream<DynamicTest> nobody_is_let_in_by_it() {
        List<Case> cases = new ArrayList<>(badClaims());
        cases.addAll(badTimes());
        cases.addAll(badSignatures());
        return cases.stream().map(one -> DynamicTest.dynamicTest(one.name(), () -> refused(one)));
    }

    @TestFactory
    Stream<DynamicTest> what_is_still_good_is_taken() {
        return Stream.of(
                        claim("audience as a list", said -> said.put("aud", List.of(SigningProvider.CLIENT))),
                        claim("several audiences with us as the party", said -> {
                            said.put("aud", List.of("other", SigningProvider.CLIENT));
                            said.put("azp", SigningProvider.CLIENT);
                        }),
                        claim("a minute late", said -> said.put("exp", NOW.getEpochSecond() - 59)),
                        claim("a minute early", said -> said.put("iat", NOW.getEpochSecond() + 59)))
                .map(one -> DynamicTest.dynamicTest(one.name(), () -> {
                    CookieBrowser browser = back(one);
                    assertThat(browser.cookie("plinth")).isPresent();
                }));
    }

    private static List<Case> badClaims() {
        return List.of(
                claim("another issuer", said -> said.put("iss", "https://other.example")),
                claim("the issuer with a slash", said -> said.put("iss", said.get("iss") + "/")),
                claim("no issuer", said -> said.remove("iss")),
                claim("another audience", said -> said.put("aud", "other")),
                claim("no audience", said -> said.remove("aud")),
                claim(
                        "several audiences without a party",
                        said -> said.put("aud", List.of("other", SigningProvider.CLIENT))),
                claim("another party", said -> said.put("azp", "other")),
                claim("another nonce", said -> said.put("nonce", "other")),
                claim("no nonce", said -> said.remove("nonce")),
                claim("a nonce that is no text", said -> said.put("nonce", List.of(said.get("nonce")))),
                claim("no person", said -> said.remove("sub")),
                claim("an empty person", said -> said.put("sub", " ")),
                claim("a person that is a number", said -> said.put("sub", 1)),
                claim("no end", said -> said.remove("exp")),
                claim("no beginning", said -> said.remove("iat")));
    }

    private static List<Case> badTimes() {
        return List.of(
                time("over for a minute", said -> said.put("exp", NOW.getEpochSecond() - 60)),
                time("made in two minutes", said -> said.put("iat", NOW.getEpochSecond() + 120)),
                time("made a quarter of an hour ago", said -> said.put("iat", NOW.getEpochSecond() - 900)),
                time("not before tomorrow", said -> said.put("nbf", NOW.getEpochSecond() + 86_400)));
    }

    private static List<Case> badSignatures() {
        return List.of(
                token("no signature, and said so", made -> part(made, "{\"alg\":\"none\"}") + "."),
                token("no signature, said so, and one left", made -> part(made, "{\"alg\":\"none\"}") + ".AAAA"),
                token("no signature, said in capitals", made -> part(made, "{\"alg\":\"NONE\"}") + "."),
                token("no third part", made -> made.substring(0, made.lastIndexOf('.'))),
                token("an empty signature", made -> made.substring(0, made.lastIndexOf('.') + 1)),
                token("a shared key made of the public one", ForgedTokenTest::shared),
                token("a shared key made of the client's secret", made -> hmac(made, SigningProvider.SECRET)),
                token("a bit of the signature changed", ForgedTokenTest::flipped),
                token("the claims changed after signing", ForgedTokenTest::changed),
                token("a stranger's key under the provider's name", made -> strange(made, Map.of())),
                token("a stranger's key that comes along", made -> strange(made, Map.of("jwk", strangersKey()))),
                token("a stranger's key at an address", made -> strange(made, Map.of("jku", "https://other.example"))),
                token("a rule that we do not know", made -> strange(made, Map.of("crit", List.of("exp")))),
                token("no token at all", made -> "none"),
                token("an empty token", made -> ""));
    }

    private static Case claim(String name, Consumer<Map<String, Object>> claims) {
        return new Case(name, "SSO_NOT_GENUINE", claims, made -> made);
    }

    private static Case time(String name, Consumer<Map<String, Object>> claims) {
        return new Case(name, "SSO_CLOCK", claims, made -> made);
    }

    private static Case token(String name, UnaryOperator<String> token) {
        return new Case(name, "SSO_NOT_GENUINE", said -> {}, token);
    }

    private static void refused(Case one) {
        provider.honest();
        provider.claims = one.claims();
        provider.token = one.token();
        CookieBrowser browser = new CookieBrowser(server.root());
        CookieBrowser.Page away = browser.get("/login/sso");
        String answer = browser.ledTo(away.location().orElseThrow()).location().orElseThrow();

        CookieBrowser.Page page = browser.ledToAsJson(answer);

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains(one.code());
        assertThat(browser.cookie("plinth")).isEmpty();
    }

    private static CookieBrowser back(Case one) {
        provider.honest();
        provider.claims = one.claims();
        CookieBrowser browser = new CookieBrowser(server.root());
        CookieBrowser.Page away = browser.get("/login/sso");
        browser.ledTo(browser.ledTo(away.location().orElseThrow()).location().orElseThrow());
        return browser;
    }

    /** The content of a token under another head, without a signature. */
    private static String part(String made, String head) {
        String content = made.split("\\.", -1)[1];
        return SigningProvider.base64(head.getBytes(StandardCharsets.UTF_8)) + "." + content;
    }

    private static String shared(String made) {
        return hmac(made, new String(provider.publicKey(), StandardCharsets.ISO_8859_1));
    }

    private static String hmac(String made, String secret) {
        String content = part(made, "{\"alg\":\"HS256\",\"kid\":\"key-1\"}");
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.ISO_8859_1), "HmacSHA256"));
            return content + "." + SigningProvider.base64(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String flipped(String made) {
        int at = made.lastIndexOf('.') + 20;
        char other = made.charAt(at) == 'A' ? 'B' : 'A';
        return made.substring(0, at) + other + made.substring(at + 1);
    }

    private static String changed(String made) {
        String[] parts = made.split("\\.", -1);
        String said = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String other = said.replace("\"exp\":", "\"x\":1,\"exp\":");
        return parts[0] + "." + SigningProvider.base64(other.getBytes(StandardCharsets.UTF_8)) + "." + parts[2];
    }

    private static String strange(String made, Map<String, Object> more) {
        Map<String, Object> head = new LinkedHashMap<>(Map.of("alg", "RS256", "kid", "key-1"));
        head.putAll(more);
        String content = made.split("\\.", -1)[1];
        return SigningProvider.signed(
                SigningProvider.base64(SigningProvider.json(head)) + "." + content,
                "SHA256withRSA",
                STRANGER.getPrivate());
    }

    private static Map<String, Object> strangersKey() {
        RSAPublicKey open = (RSAPublicKey) STRANGER.getPublic();
        return Map.of(
                "kty", "RSA", "n", SigningProvider.base64(open.getModulus().toByteArray()), "e", "AQAB");
    }
}
