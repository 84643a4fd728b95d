package org.plinth.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plinth.web.cert.LocalAuthority;
import org.plinth.web.cert.ServerNames;
import org.plinth.web.config.AppConfig;
import org.plinth.web.config.StartRefused;
import org.plinth.web.text.Texts;

/** {@code serve} with what {@code cert} made, asked by the JDK's client that trusts the authority and nothing else. */
@Tag("slow")
class TlsTest {

    @TempDir
    private Path folder;

    private LocalAuthority.Made certificate;
    private Composition server;
    private URI root;

    @BeforeEach
    void serve() throws Exception {
        certificate = new LocalAuthority(folder.resolve("tls"), Clock.systemUTC(), new SecureRandom())
                .sign(ServerNames.of(java.util.List.of("plinth.clinic.lan")), 30);
        server = Composition.open(
                config(certificate.chain(), certificate.key()), Texts.bundled(), Clock.systemUTC(), false);
        root = URI.create(server.serve());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private AppConfig config(Path chain, Path key) {
        Map<String, String> flags = Map.of(
                "data", folder.resolve("data").toString(),
                "port", "0",
                "tls-cert", chain.toString(),
                "tls-key", key.toString());
        return AppConfig.read(flags, Map.of(), folder);
    }

    private SSLContext trusting() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(certificate.authority())) {
            store.setCertificateEntry(
                    "plinth", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private HttpResponse<String> get(String protocol, String path) throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(trusting())
                .sslParameters(new SSLParameters(null, new String[] {protocol}))
                .build();
        return client.send(HttpRequest.newBuilder(root.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void tls_1_2_and_1_3_are_served_and_say_that_it_stays_so() throws Exception {
        assertThat(root.getScheme()).isEqualTo("https");
        for (String protocol : new String[] {"TLSv1.2", "TLSv1.3"}) {
            HttpResponse<String> answer = get(protocol, "/health");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo(protocol);
            assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                    .contains("max-age=63072000; includeSubDomains");
        }
    }

    @Test
    void whoever_does_not_trust_the_authority_is_not_served() {
        assertThatThrownBy(() -> HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(root.resolve("/health")).build(),
                                HttpResponse.BodyHandlers.discarding()))
                .isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void the_cookie_of_a_login_never_goes_over_plain_http() throws Exception {
        String token = server.setupLink(root.toString()).orElseThrow().replaceAll(".*token=", "");
        HttpClient client = HttpClient.newBuilder().sslContext(trusting()).build();
        String form = "token=" + token + "&clinic=Sample&zone=Europe%2FLondon&name=Sample&login=owner"
                + "&password=walrus+lantern+copper+meadow";
        HttpResponse<String> made = client.send(
                HttpRequest.newBuilder(root.resolve("/setup"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        HttpResponse<String> in = client.send(
                HttpRequest.newBuilder(root.resolve("/login"))
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"login\":\"owner\",\"password\":\"walrus lantern copper meadow\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(made.statusCode()).as(made.body()).isLessThan(400);
        assertThat(in.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("__Host-plinth=")
                .contains("; Secure")
                .contains("; HttpOnly")
                .contains("; SameSite=Strict");
    }

    /** A ClientHello written by hand, for the JDK's own client refuses to speak TLS 1.1 at all. */
    private int firstByteOfTheAnswer(int minor) throws IOException {
        HexFormat hex = HexFormat.of();
        byte[] suites = hex.parseHex("c02bc02fc009c013c00ac014002f00ff");
        byte[] extensions =
                hex.parseHex("000a00080006001d00170018" + "000b00020100" + "000d000a0008040308040401" + "0201");
        ByteBuffer body = ByteBuffer.allocate(512)
                .put((byte) 3)
                .put((byte) minor)
                .put(new byte[32])
                .put((byte) 0)
                .putShort((short) suites.length)
                .put(suites)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) extensions.length)
                .put(extensions)
                .flip();
        ByteBuffer hello = ByteBuffer.allocate(600)
                .put((byte) 0x16)
                .put((byte) 3)
                .put((byte) 1)
                .putShort((short) (body.remaining() + 4))
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) body.remaining())
                .put(body)
                .flip();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), root.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(hello.array(), 0, hello.limit());
            return socket.getInputStream().read();
        }
    }

    @Test
    void tls_1_1_and_1_0_are_refused() throws IOException {
        int handshake = 0x16;
        int alert = 0x15;
        assertThat(firstByteOfTheAnswer(3))
                .as("TLS 1.2, to know that the hello is right")
                .isEqualTo(handshake);
        assertThat(firstByteOfTheAnswer(2)).as("TLS 1.1").isEqualTo(alert);
        assertThat(firstByteOfTheAnswer(1)).as("TLS 1.0").isEqualTo(alert);
    }

    @Test
    void a_certificate_and_a_key_that_do_not_belong_together_are_one_sentence() throws Exception {
        server.close();
        LocalAuthority.Made other = new LocalAuthority(folder.resolve("other"), Clock.systemUTC(), new SecureRandom())
                .sign(ServerNames.of(java.util.List.of("plinth.clinic.lan")), 30);
        Path text = Files.writeString(folder.resolve("text.pem"), "no PEM at all");
        for (AppConfig wrong : java.util.List.of(
                config(text, certificate.key()),
                config(certificate.chain(), text),
                config(other.chain(), certificate.key()))) {
            try (Composition house = Composition.open(wrong, Texts.bundled(), Clock.systemUTC(), false)) {
                assertThatExceptionOfType(StartRefused.class)
                        .isThrownBy(house::serve)
                        .satisfies(e -> assertThat(e.faults().get(0).key()).isEqualTo("http.start.tls"));
            }
        }
    }
}
