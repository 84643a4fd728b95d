package org.plinth.web.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** A client that keeps its login cookie and CSRF token, as a browser with one of our pages does. */
public final class Browser {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final URI root;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private Optional<String> cookie = Optional.empty();
    private Optional<String> csrf = Optional.empty();

    public Browser(URI root) {
        this.root = root;
    }

    /** Logs in as a program does, and keeps what it gets. */
    public Browser logIn(String login, String password) {
        Answer answer = postJson("/login", Map.of("login", login, "password", password));
        if (answer.status() != 200) {
            throw new IllegalStateException("login gave " + answer.status() + " " + answer.text());
        }
        csrf = Optional.of(answer.json().path("csrf").asText());
        return this;
    }

    /** Holds this cookie and this token from now on. */
    public Browser holding(String cookieValue, String token) {
        cookie = Optional.of(cookieValue);
        csrf = Optional.of(token);
        return this;
    }

    /** Forgets its CSRF token. */
    public Browser withoutToken() {
        csrf = Optional.empty();
        return this;
    }

    public Optional<String> cookie() {
        return cookie;
    }

    public Optional<String> csrf() {
        return csrf;
    }

    public Answer page(String path) {
        return send(request(path).header("Accept", "text/html").GET());
    }

    public Answer get(String path) {
        return send(request(path).header("Accept", "application/json").GET());
    }

    public Answer postJson(String path, Map<String, ?> body, String... headers) {
        try {
            return postText(path, "application/json", MAPPER.writeValueAsString(body), headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Answer postText(String path, String contentType, String body, String... headers) {
        HttpRequest.Builder builder = request(path)
                .header("Accept", "application/json")
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(withHeaders(builder, headers));
    }

    /** Posts as a form of a page does. */
    public Answer postForm(String path, Map<String, String> fields, String... headers) {
        String form = fields.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder builder = request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        return send(withHeaders(builder, headers));
    }

    /** Posts one file as a form does. */
    public Answer postFile(String path, String field, String fileName, byte[] content, Map<String, String> fields) {
        String boundary = "plinthboundary";
        StringBuilder before = new StringBuilder();
        fields.forEach((name, value) -> before.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        before.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(field)
                .append("\"; filename=\"")
                .append(fileName)
                .append("\"\r\nContent-Type: text/csv\r\n\r\n");
        HttpRequest.Builder builder = request(path)
                .header("Accept", "application/json")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString(before.toString()),
                        HttpRequest.BodyPublishers.ofByteArray(content),
                        HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")));
        return send(builder);
    }

    /** Any request, with cookie and token already on it. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(root.resolve(path)).timeout(Duration.ofSeconds(60));
        cookie.ifPresent(value -> builder.header("Cookie", "plinth=" + value));
        csrf.ifPresent(value -> builder.header("X-Plinth-Csrf", value));
        return builder;
    }

    /** Any request, with the cookie and without the token. */
    public HttpRequest.Builder requestWithoutToken(String path) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(root.resolve(path)).timeout(Duration.ofSeconds(60));
        cookie.ifPresent(value -> builder.header("Cookie", "plinth=" + value));
        return builder;
    }

    public Answer send(HttpRequest.Builder builder) {
        try {
            HttpResponse<byte[]> response = client.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
            keepCookie(response);
            return new Answer(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Opens a live socket. */
    public CompletableFuture<WebSocket> socket(String path, Optional<String> origin, WebSocket.Listener listener) {
        return socket("plinth.live.1", path, origin, listener);
    }

    public CompletableFuture<WebSocket> socket(
            String protocol, String path, Optional<String> origin, WebSocket.Listener listener) {
        WebSocket.Builder builder = client.newWebSocketBuilder().subprotocols(protocol);
        cookie.ifPresent(value -> builder.header("Cookie", "plinth=" + value));
        origin.ifPresent(value -> builder.header("Origin", value));
        return builder.buildAsync(
                URI.create(root.toString().replaceFirst("^http", "ws")).resolve(path), listener);
    }

    public URI root() {
        return root;
    }

    /** The origin of its pages. */
    public String origin() {
        return root.getScheme() + "://" + root.getAuthority();
    }

    private void keepCookie(HttpResponse<?> response) {
        response.headers().allValues("Set-Cookie").forEach(header -> {
            String value = header.substring(header.indexOf('=') + 1, header.indexOf(';'));
            cookie = value.isEmpty() ? Optional.empty() : Optional.of(value);
        });
    }

    private static HttpRequest.Builder withHeaders(HttpRequest.Builder builder, String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            builder.setHeader(headers[i], headers[i + 1]);
        }
        return builder;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** What came back. */
    public record Answer(HttpResponse<byte[]> response) {

        public int status() {
            return response.statusCode();
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public byte[] bytes() {
            return response.body();
        }

        public JsonNode json() {
            try {
                return MAPPER.readTree(response.body());
            } catch (IOException e) {
                throw new UncheckedIOException("no JSON: " + text(), e);
            }
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public boolean isPage() {
            return header("Content-Type").startsWith("text/html");
        }
    }
}
