package org.plinth.web.config;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.plinth.web.config.StartRefused.Fault;

/** Reads a {@link SignOn}, adding to the faults that are told together. The secret comes from the environment or a file of its own. */
final class SignOnReader {

    static final String PUBLIC_URL = "public-url";
    static final String ISSUER = "oidc-issuer";
    static final String CLIENT_ID = "oidc-client-id";
    static final String NAME = "oidc-name";
    static final String SECRET = "oidc-client-secret";
    static final String SECRET_FILE = "oidc-client-secret-file";

    private static final String SECRET_VARIABLE = "PLINTH_OIDC_CLIENT_SECRET";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Function<String, Optional<String>> setting;
    private final Map<String, String> environment;
    private final List<Fault> faults;

    SignOnReader(Function<String, Optional<String>> setting, Map<String, String> environment, List<Fault> faults) {
        this.setting = setting;
        this.environment = environment;
        this.faults = faults;
    }

    SignOn read() {
        Optional<URI> publicUrl = safe(PUBLIC_URL, true);
        Optional<String> secret = secret();
        Optional<String> clientId = setting.apply(CLIENT_ID);
        if (setting.apply(ISSUER).isEmpty()) {
            if (clientId.isPresent()
                    || secret.isPresent()
                    || setting.apply(NAME).isPresent()) {
                faults.add(Fault.of("sso.config-no-issuer"));
            }
            return new SignOn(publicUrl, Optional.empty());
        }
        if (clientId.isEmpty()) {
            faults.add(Fault.of("sso.config-no-client-id"));
        }
        Optional<SignOn.Oidc> oidc = safe(ISSUER, false)
                .map(issuer -> new SignOn.Oidc(
                        issuer, clientId.orElse(""), secret, setting.apply(NAME).orElseGet(issuer::getHost)));
        return new SignOn(publicUrl, oidc);
    }

    /** An address that nobody on the way can read along with: https, or http on this machine. */
    private Optional<URI> safe(String name, boolean originOnly) {
        Optional<String> text = setting.apply(name);
        Optional<URI> address = text.flatMap(SignOnReader::parse);
        Optional<URI> safe = address.filter(SignOnReader::isSafe)
                .filter(uri ->
                        uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null)
                .filter(uri -> !originOnly || Set.of("", "/").contains(uri.getRawPath()));
        if (text.isPresent() && safe.isEmpty()) {
            faults.add(Fault.of(originOnly ? "sso.config-public-url" : "sso.config-issuer", text.get()));
        }
        return safe.map(uri -> originOnly ? uri.resolve("/") : uri);
    }

    private static Optional<URI> parse(String text) {
        try {
            return Optional.of(new URI(text)).filter(uri -> uri.getHost() != null && uri.getScheme() != null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isSafe(URI uri) {
        return uri.getScheme().equals("https") || (uri.getScheme().equals("http") && LOOPBACK.contains(uri.getHost()));
    }

    private Optional<String> secret() {
        Optional<String> given =
                Optional.ofNullable(environment.get(SECRET_VARIABLE)).filter(value -> !value.isBlank());
        Optional<String> file = setting.apply(SECRET_FILE);
        if (given.isPresent() && file.isPresent()) {
            faults.add(Fault.of("sso.config-two-secrets"));
        }
        return given.or(() -> file.flatMap(this::content));
    }

    private Optional<String> content(String file) {
        try {
            String content =
                    Files.readString(Path.of(file), StandardCharsets.UTF_8).strip();
            if (!content.isEmpty()) {
                return Optional.of(content);
            }
        } catch (IOException | InvalidPathException e) {
            faults.add(Fault.of("store.config-file-missing", SECRET_FILE, file));
            return Optional.empty();
        }
        faults.add(Fault.of("sso.config-empty-secret", file));
        return Optional.empty();
    }
}
