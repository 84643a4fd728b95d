package org.plinth.web.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.plinth.web.metrics.Metrics;

/**
 * {@code GET /metrics}: the counters, for this machine, and for others only with the token that the operator chose. Behind a
 * proxy everybody comes from this machine, so there the token is asked of all. Whoever may not finds nothing.
 */
public final class MetricsRoutes implements WebModule {

    private final Metrics metrics;
    private final Optional<String> token;
    private final boolean behindProxy;

    /** With these counters. */
    public MetricsRoutes(Metrics metrics, Optional<String> token, boolean behindProxy) {
        this.metrics = metrics;
        this.token = token;
        this.behindProxy = behindProxy;
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/metrics", this::show);
    }

    private Reply show(Request request) {
        boolean here = !behindProxy && isLoopback(request.address());
        if (!here && !hasToken(request)) {
            throw HttpFailure.notFound();
        }
        return Reply.text("text/plain; version=0.0.4; charset=utf-8", metrics.text());
    }

    private boolean hasToken(Request request) {
        byte[] shown = request.header("Authorization").orElse("").getBytes(StandardCharsets.UTF_8);
        return token.filter(known -> MessageDigest.isEqual(shown, ("Bearer " + known).getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    private static boolean isLoopback(String address) {
        try {
            // An address in figures: nothing is looked up.
            return address.matches("[0-9a-fA-F.:%]+")
                    && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
