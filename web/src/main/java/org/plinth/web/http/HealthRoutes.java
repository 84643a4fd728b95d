package org.plinth.web.http;

/** {@code GET /health}: 200 {@code {"status":"UP"}}. It is mounted with the rest, so it answers only once all of it does. */
public final class HealthRoutes implements WebModule {

    @Override
    public void mount(Routes routes) {
        routes.get("/health", request -> Reply.json(Json.object().put("status", "UP")));
    }
}
