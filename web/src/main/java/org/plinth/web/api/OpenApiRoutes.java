package org.plinth.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Routes;
import org.plinth.web.http.WebModule;

/** {@code GET /api/openapi.json}: the description of the API, OpenAPI 3.1. */
final class OpenApiRoutes implements WebModule {

    private static final String RESOURCE = "openapi.json";

    @Override
    public void mount(Routes routes) {
        routes.get("/api/openapi.json", request -> Reply.text("application/json; charset=utf-8", description()));
    }

    private static String description() {
        try (InputStream in = OpenApiRoutes.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path; build the product again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
