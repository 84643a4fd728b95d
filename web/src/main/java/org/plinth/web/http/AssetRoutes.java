package org.plinth.web.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code GET /assets/<hash>/…}: a file of the web root, to be kept for ever; 404 under any other hash. */
public final class AssetRoutes implements WebModule {

    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml; charset=utf-8",
            "png", "image/png",
            "ico", "image/x-icon",
            "woff2", "font/woff2",
            "txt", "text/plain; charset=utf-8",
            "webmanifest", "application/manifest+json");

    private final AssetFiles files;

    /** These files. */
    public AssetRoutes(AssetFiles files) {
        this.files = files;
    }

    @Override
    public void mount(Routes routes) {
        routes.get("/assets/:hash/*", this::file);
    }

    private Reply file(Request request) {
        String name = request.path("*");
        byte[] bytes = files.find(request.path("hash"), name).orElseThrow(HttpFailure::notFound);
        String type = Optional.ofNullable(TYPES.get(ending(name))).orElse("application/octet-stream");
        return new Reply(
                200,
                Map.of("Content-Type", type, "Cache-Control", "public, max-age=31536000, immutable"),
                new Reply.Whole(bytes));
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
