package org.plinth.web.http;

import java.util.Set;

/** An endpoint behind every line of the access table that says nothing but that somebody came in. */
final class BlankEndpoints {

    private BlankEndpoints() {}

    private static final Set<String> SOCKETS = Set.of("/live/:visitId", "/bench/:sensorId", "/bridge");

    /** Every page and call of the table. */
    static void mount(Routes routes) {
        AccessTable.rules().stream()
                .filter(rule -> !SOCKETS.contains(rule.path()))
                .forEach(rule -> {
                    if (rule.method().equals("GET")) {
                        routes.get(rule.path(), request -> Reply.html("<p>in</p>"));
                    } else {
                        routes.post(rule.path(), request -> Reply.html("<p>in</p>"));
                    }
                });
    }

    /** Every socket of the table. */
    static SocketModule[] sockets() {
        return SOCKETS.stream().map(BlankEndpoints::socket).toArray(SocketModule[]::new);
    }

    private static SocketModule socket(String path) {
        return new SocketModule() {
            @Override
            public String path() {
                return path;
            }

            @Override
            public String protocol() {
                return "plinth.test.1";
            }

            @Override
            public Session admit(Request request) {
                throw new IllegalStateException("nobody asks for a socket here");
            }
        };
    }
}
