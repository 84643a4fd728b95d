package org.plinth.web.cert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Judged by the JDK's own path validation, not by the library that signed. */
class LocalAuthorityTest {

    private static final Instant NOW = Instant.parse("2026-03-05T09:30:00Z");

    @TempDir
    private Path folder;

    private LocalAuthority authority(Instant at) {
        return new LocalAuthority(folder, Clock.fixed(at, ZoneOffset.UTC), new SecureRandom());
    }

    private static List<X509Certificate> chain(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        }
    }

    private static void assertTrusted(X509Certificate server, X509Certificate root, Instant at)
            throws GeneralSecurityException {
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(at));
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(List.of(server)), parameters);
    }

    @Test
    void server_certificate_holds_against_its_authority_for_its_names_and_its_time() throws Exception {
        LocalAuthority.Made made =
                authority(NOW).sign(ServerNames.of(List.of("Plinth.clinic.lan", "192.168.1.20", "fd00::7")), 397);

        List<X509Certificate> chain = chain(made.chain());
        X509Certificate server = chain.get(0);
        X509Certificate root = chain(made.authority()).get(0);
        assertThat(chain).hasSize(2);
        assertThat(chain.get(1)).isEqualTo(root);
        assertTrusted(server, root, NOW);
        assertTrusted(server, root, NOW.plus(Duration.ofDays(396)));
        assertThatThrownBy(() -> assertTrusted(server, root, NOW.plus(Duration.ofDays(398))))
                .isInstanceOf(GeneralSecurityException.class);
        assertThat(server.getSubjectAlternativeNames().stream()
                        .map(name -> name.get(1).toString())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "plinth.clinic.lan",
                        "192.168.1.20",
                        "fd00:0:0:0:0:0:0:7",
                        "localhost",
                        "127.0.0.1",
                        "0:0:0:0:0:0:0:1");
        assertThat(server.getBasicConstraints()).as("it signs nothing").isEqualTo(-1);
        assertThat(root.getBasicConstraints())
                .as("it signs servers and no authority")
                .isZero();
        assertThat(server.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(made.renewed()).isFalse();
    }

    @Test
    void nobody_else_reads_the_files_and_no_part_is_left() throws Exception {
        authority(NOW).sign(ServerNames.of(List.of("a.lan")), 30);

        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all)
                    .extracting(path -> path.getFileName().toString())
                    .containsExactlyInAnyOrder("ca.pem", "ca-key.pem", "server.pem", "server-key.pem");
            for (Path file : all) {
                assertThat(Files.getPosixFilePermissions(file))
                        .as(file.toString())
                        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            }
        }
        assertThat(Files.readString(folder.resolve("server-key.pem"), StandardCharsets.US_ASCII))
                .startsWith("-----BEGIN PRIVATE KEY-----");
    }

    @Test
    void again_it_renews_with_the_same_authority_and_another_key() throws Exception {
        authority(NOW).sign(ServerNames.of(List.of("a.lan")), 30);
        byte[] root = Files.readAllBytes(folder.resolve("ca.pem"));
        X509Certificate first = chain(folder.resolve("server.pem")).get(0);
        Instant later = NOW.plus(Duration.ofDays(29));

        LocalAuthority.Made made = authority(later).sign(ServerNames.of(List.of("b.lan")), 30);

        X509Certificate second = chain(made.chain()).get(0);
        assertThat(made.renewed()).isTrue();
        assertThat(Files.readAllBytes(folder.resolve("ca.pem"))).isEqualTo(root);
        assertTrusted(second, chain(made.authority()).get(0), later.plus(Duration.ofDays(29)));
        assertThat(second.getPublicKey()).isNotEqualTo(first.getPublicKey());
        assertThat(second.getSerialNumber()).isNotEqualTo(first.getSerialNumber());
    }

    @Test
    void no_certificate_outlives_its_authority_and_one_that_ended_signs_nothing() throws Exception {
        LocalAuthority.Made first = authority(NOW).sign(ServerNames.of(List.of("a.lan")), 30);
        Instant nearEnd = first.authorityUntil().minus(Duration.ofDays(3));

        assertThat(authority(nearEnd)
                        .sign(ServerNames.of(List.of("a.lan")), 397)
                        .until())
                .isEqualTo(first.authorityUntil());
        assertThatThrownBy(() ->
                        authority(first.authorityUntil().plusSeconds(1)).sign(ServerNames.of(List.of("a.lan")), 30))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void half_an_authority_is_not_replaced_in_silence() throws Exception {
        authority(NOW).sign(ServerNames.of(List.of("a.lan")), 30);
        Files.writeString(folder.resolve("ca-key.pem"), "not a key");

        assertThatThrownBy(() -> authority(NOW).sign(ServerNames.of(List.of("a.lan")), 30))
                .isInstanceOf(GeneralSecurityException.class);
        assertThat(folder.resolve("ca-key.pem")).hasContent("not a key");
    }

    @Test
    void what_is_neither_host_nor_address_is_named() {
        List<String> right = List.of("plinth", "a-b.clinic.lan", "10.0.0.1", "fe80::1", "PLINTH.LAN");
        List<String> wrong = List.of(
                "https://plinth",
                "a b",
                "",
                "-a.lan",
                "a_.lan",
                "10.0.0.1:8443",
                "999.1.1.1",
                "a\nb",
                "x".repeat(64),
                "*.lan");

        assertThat(ServerNames.wrong(right)).isEmpty();
        assertThat(ServerNames.wrong(wrong)).isEqualTo(wrong);
    }
}
