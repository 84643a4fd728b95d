package org.plinth.web.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A client with a jar of cookies for each host and port, that follows nothing by itself. It holds back {@code SameSite=Strict}
 * cookies where another site leads, as browsers do.
 */
public final class CookieBrowser {

    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final URI root;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Map<String, Map<String, String>> lax = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> strict = new LinkedHashMap<>();

    public CookieBrowser(String root) {
        this.root = URI.create(root);
    }

    /** What came back. */
    public record Page(int status, String text, Optional<String> location) {

        /** Where the page moves on to by itself. */
        public String onward() {
            return found(Pattern.compile("http-equiv=\"refresh\" content=\"0; url=([^\"]+)\""))
                    .replace("&amp;", "&");
        }

        /** The first group of what is found in it. */
        public String found(Pattern pattern) {
            Matcher matcher = pattern.matcher(text);
            if (!matcher.find()) {
                throw new AssertionError("no " + pattern + " in " + status + " " + text);
            }
            return matcher.group(1);
        }
    }

    /** Goes there as a person does who clicks a link of the same site. */
    public Page get(String where) {
        return send(request(where, true).GET());
    }

    /** Goes there as another site leads. */
    public Page ledTo(String where) {
        return send(request(where, false).GET());
    }

    /** The same, as a program that reads JSON. */
    public Page ledToAsJson(String where) {
        return send(
                request(where, false).setHeader("Accept", "application/json").GET());
    }

    /** Sends a form. */
    public Page post(String where, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(where, true)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends JSON, and reads JSON. */
    public Page postJson(String where, String json, Optional<String> csrf) {
        HttpRequest.Builder builder =
                request(where, true).setHeader("Accept", "application/json").header("Content-Type", "application/json");
        csrf.ifPresent(token -> builder.header("X-Plinth-Csrf", token));
        return send(builder.POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Logs in by the form. */
    public CookieBrowser logIn(String login, String password) {
        Page page = post("/login", Map.of("login", login, "password", password));
        if (page.status() != 303) {
            throw new AssertionError("login gave " + page);
        }
        return this;
    }

    /** The token of the forms on this page. */
    public String csrf(String path) {
        return get(path).found(CSRF);
    }

    /** What is held under this name for the root. */
    public Optional<String> cookie(String name) {
        return Optional.ofNullable(jar(strict, root).get(name))
                .or(() -> Optional.ofNullable(jar(lax, root).get(name)));
    }

    private HttpRequest.Builder request(String where, boolean sameSite) {
        URI uri = root.resolve(where);
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60)).header("Accept", "text/html");
        Map<String, String> held = new LinkedHashMap<>(jar(lax, uri));
        if (sameSite) {
            held.putAll(jar(strict, uri));
        }
        if (!held.isEmpty()) {
            builder.header(
                    "Cookie",
                    held.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return builder;
    }

    private Page send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(header -> keep(request.uri(), header));
            return new Page(
                    response.statusCode(), response.body(), response.headers().firstValue("Location"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(URI uri, String header) {
        String pair = header.substring(0, header.indexOf(';') < 0 ? header.length() : header.indexOf(';'));
        String name = pair.substring(0, pair.indexOf('='));
        String value = pair.substring(pair.indexOf('=') + 1);
        Map<String, String> jar = jar(header.contains("SameSite=Strict") ? strict : lax, uri);
        if (value.isEmpty() || header.contains("Max-Age=0")) {
            jar.remove(name);
        } else {
            jar.put(name, value);
        }
    }

    private static Map<String, String> jar(Map<String, Map<String, String>> jars, URI uri) {
        return jars.computeIfAbsent(uri.getAuthority(), ignored -> new LinkedHashMap<>());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
