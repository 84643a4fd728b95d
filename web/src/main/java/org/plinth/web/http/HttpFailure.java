package org.plinth.web.http;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that is refused, with its status and a sentence of the catalogue. The failure handler makes a page of it for
 * people, and JSON for programs. Nothing of it is logged but status and code.
 */
public class HttpFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Optional<String> field;
    private final String key;
    private final transient List<Object> arguments;
    private final transient Map<String, String> headers;

    /**
     * A refusal.
     *
     * @param status of HTTP
     * @param code for programs, upper case
     * @param field that is to blame, where one is
     * @param key of the sentence
     * @param arguments for its places
     */
    public HttpFailure(int status, String code, Optional<String> field, String key, Object... arguments) {
        this(Map.of(), status, code, field, key, arguments);
    }

    /** The same with headers. */
    HttpFailure(
            Map<String, String> headers,
            int status,
            String code,
            Optional<String> field,
            String key,
            Object... arguments) {
        super(status + " " + code, null, false, false);
        this.status = status;
        this.code = code;
        this.field = field;
        this.key = key;
        this.arguments = Arrays.asList(arguments);
        this.headers = Map.copyOf(headers);
    }

    /** 401: nobody is logged in. */
    public static HttpFailure notLoggedIn() {
        return new HttpFailure(
                Map.of("WWW-Authenticate", "Bearer realm=\"Plinth\""),
                401,
                "NOT_LOGGED_IN",
                Optional.empty(),
                "http.notLoggedIn");
    }

    /** 403: the role may not. */
    public static HttpFailure forbidden() {
        return new HttpFailure(403, "FORBIDDEN", Optional.empty(), "http.forbidden");
    }

    /** 404: there is none, or it is another clinic's; the two look the same. */
    public static HttpFailure notFound() {
        return new HttpFailure(404, "NOT_FOUND", Optional.empty(), "http.notFound");
    }

    /** 409: its state or its patient forbids it. */
    public static HttpFailure conflict(String key, Object... arguments) {
        return new HttpFailure(409, "WRONG_STATE", Optional.empty(), key, arguments);
    }

    /** 429: again after {@code wait}. */
    public static HttpFailure tooMany(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return new HttpFailure(
                Map.of("Retry-After", Long.toString(seconds)),
                429,
                "TOO_MANY",
                Optional.empty(),
                "http.tooMany",
                seconds);
    }

    /** Of HTTP. */
    public int status() {
        return status;
    }

    /** For programs. */
    public String code() {
        return code;
    }

    /** To blame. */
    public Optional<String> field() {
        return field;
    }

    /** Of the sentence. */
    public String key() {
        return key;
    }

    /** For its places. */
    public Object[] arguments() {
        return arguments.toArray();
    }

    /** Sent with it. */
    public Map<String, String> headers() {
        return headers;
    }
}
