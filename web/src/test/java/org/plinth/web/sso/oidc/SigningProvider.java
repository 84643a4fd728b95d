package org.plinth.web.sso.oidc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A provider of OpenID Connect with real keys on a free port of 127.0.0.1, that can be told to say anything. */
final class SigningProvider implements AutoCloseable {

    static final String CLIENT = "plinth-test";
    static final String SECRET = "sample secret: of the test";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpServer server;
    private final InstantSource clock;
    private final Map<String, Map<String, String>> codes = new HashMap<>();
    private final List<Map<String, String>> exchanges = new ArrayList<>();
    private KeyPair key = rsa();
    private final KeyPair elliptic = elliptic();
    private String keyId = "key-1";
    private int codesMade;

    /** What it says of the next person, and how. */
    String subject;

    Consumer<Map<String, Object>> claims;
    UnaryOperator<String> token;
    Optional<Map<String, String>> answerInstead;
    boolean broken;
    String algorithm;
    Map<String, String> aboutInstead;

    SigningProvider(InstantSource clock) {
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
        honest();
    }

    /** As a good provider behaves. */
    final void honest() {
        subject = "person-1";
        claims = all -> {};
        token = made -> made;
        answerInstead = Optional.empty();
        broken = false;
        algorithm = "RS256";
        aboutInstead = Map.of();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A new key under a new name; the old one is gone. */
    void rotate() {
        key = rsa();
        keyId = keyId + "+";
    }

    /** What the token endpoint was sent, newest last. */
    List<Map<String, String>> exchanges() {
        return exchanges;
    }

    byte[] publicKey() {
        return key.getPublic().getEncoded();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (broken) {
            send(exchange, 500, Map.of("error", "server_error"));
        } else if (path.equals("/.well-known/openid-configuration")) {
            send(exchange, 200, about());
        } else if (path.equals("/keys")) {
            send(exchange, 200, Map.of("keys", List.of(jwk(), ellipticJwk())));
        } else if (path.equals("/authorize")) {
            authorize(exchange);
        } else if (path.equals("/token")) {
            exchange(exchange);
        } else {
            send(exchange, 404, Map.of());
        }
    }

    private Map<String, Object> about() {
        Map<String, Object> about = new LinkedHashMap<>(Map.of(
                "issuer",
                issuer(),
                "authorization_endpoint",
                issuer() + "/authorize",
                "token_endpoint",
                issuer() + "/token",
                "jwks_uri",
                issuer() + "/keys",
                "end_session_endpoint",
                issuer() + "/logout",
                "response_types_supported",
                List.of("code"),
                "subject_types_supported",
                List.of("public"),
                "id_token_signing_alg_values_supported",
                List.of("RS256", "ES256")));
        about.putAll(aboutInstead);
        return about;
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
        Map<String, String> back = new LinkedHashMap<>(answerInstead.orElseGet(() -> {
            String code = "code-" + ++codesMade;
            codes.put(code, asked);
            return Map.of("code", code);
        }));
        back.put("state", asked.getOrDefault("state", ""));
        StringBuilder url = new StringBuilder(asked.get("redirect_uri")).append('?');
        back.forEach((name, value) -> url.append(name).append('=').append(value).append('&'));
        exchange.getResponseHeaders().set("Location", url.toString());
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void exchange(HttpExchange exchange) throws IOException {
        Map<String, String> sent = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        exchanges.add(sent);
        Map<String, String> asked = codes.remove(sent.getOrDefault("code", ""));
        String basic = Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        boolean known = ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (asked == null
                || !known
                || !asked.get("redirect_uri").equals(sent.get("redirect_uri"))
                || !"S256".equals(asked.get("code_challenge_method"))
                || !asked.get("code_challenge").equals(sha256(sent.get("code_verifier")))) {
            send(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        send(
                exchange,
                200,
                Map.of("access_token", "opaque", "token_type", "Bearer", "expires_in", 60, "id_token", idToken(asked)));
    }

    private String idToken(Map<String, String> asked) {
        Instant now = clock.instant();
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("iss", issuer());
        said.put("sub", subject);
        said.put("aud", CLIENT);
        said.put("nonce", asked.get("nonce"));
        said.put("iat", now.getEpochSecond());
        said.put("exp", now.getEpochSecond() + 60);
        claims.accept(said);
        boolean rsa = algorithm.equals("RS256");
        Map<String, Object> header = Map.of("alg", algorithm, "typ", "JWT", "kid", rsa ? keyId : "key-e");
        PrivateKey with = rsa ? key.getPrivate() : elliptic.getPrivate();
        return token.apply(jwt(header, said, rsa ? "SHA256withRSA" : "SHA256withECDSAinP1363Format", with));
    }

    /** A token of these parts, with a signature of this key. */
    static String jwt(Map<String, Object> header, Map<String, Object> said, String how, PrivateKey with) {
        return signed(base64(json(header)) + "." + base64(json(said)), how, with);
    }

    /** These two parts with a signature of this key. */
    static String signed(String content, String how, PrivateKey with) {
        try {
            Signature signature = Signature.getInstance(how);
            signature.initSign(with);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair elliptic() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> jwk() {
        RSAPublicKey open = (RSAPublicKey) key.getPublic();
        return Map.of(
                "kty",
                "RSA",
                "use",
                "sig",
                "alg",
                "RS256",
                "kid",
                keyId,
                "n",
                base64(unsigned(open.getModulus(), 256)),
                "e",
                base64(unsigned(open.getPublicExponent(), 3)));
    }

    private Map<String, Object> ellipticJwk() {
        ECPublicKey open = (ECPublicKey) elliptic.getPublic();
        return Map.of(
                "kty", "EC",
                "use", "sig",
                "alg", "ES256",
                "kid", "key-e",
                "crv", "P-256",
                "x", base64(unsigned(open.getW().getAffineX(), 32)),
                "y", base64(unsigned(open.getW().getAffineY(), 32)));
    }

    private static byte[] unsigned(BigInteger number, int length) {
        byte[] signed = number.toByteArray();
        byte[] bytes = new byte[length];
        int from = Math.max(0, signed.length - length);
        System.arraycopy(signed, from, bytes, length - (signed.length - from), signed.length - from);
        return bytes;
    }

    static String sha256(String text) {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] json(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(HttpExchange exchange, int status, Map<String, ?> body) throws IOException {
        byte[] bytes = json(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** The fields of a query or a form. */
    static Map<String, String> fields(String encoded) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : encoded.split("&")) {
            int at = pair.indexOf('=');
            if (at > 0) {
                fields.put(
                        URLDecoder.decode(pair.substring(0, at), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    static Map<String, String> query(String url) {
        return fields(URI.create(url).getRawQuery());
    }
}
