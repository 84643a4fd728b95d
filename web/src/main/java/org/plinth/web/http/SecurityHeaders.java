package org.plinth.web.http;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;

/**
 * Headers that every response has, failures included. Everything is {@code no-store} unless a route says otherwise: what
 * is on a shared tablet's screen must not be in its cache.
 */
final class SecurityHeaders implements Handler<RoutingContext> {

    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'; img-src 'self' data:";
    /** Bluetooth is not named: our own origin may use it without, and browsers that lack it complain of the word. */
    private static final String PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
    /** Two years, and whatever stands below this host, which is Plinth's own (ASVS 3.4.1). */
    private static final String STRICT_TRANSPORT = "max-age=63072000; includeSubDomains";

    private final boolean secure;

    SecurityHeaders(boolean secure) {
        this.secure = secure;
    }

    @Override
    public void handle(RoutingContext context) {
        put(context.response().headers());
        context.next();
    }

    void put(MultiMap headers) {
        headers.set("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .set("X-Content-Type-Options", "nosniff")
                .set("X-Frame-Options", "DENY")
                .set("Referrer-Policy", "same-origin")
                .set("Permissions-Policy", PERMISSIONS_POLICY)
                .set("Cross-Origin-Opener-Policy", "same-origin")
                .set("Cross-Origin-Resource-Policy", "same-origin")
                .set("Cache-Control", "no-store");
        if (secure) {
            headers.set("Strict-Transport-Security", STRICT_TRANSPORT);
        }
    }
}
