package org.plinth.web.http;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import org.plinth.web.access.AccessDecision;
import org.plinth.web.metrics.Metrics;

/**
 * What a server is made of.
 *
 * @param listen where
 * @param limits what one request may take
 * @param clock for expiry and audit
 * @param random secure; for tokens and request ids
 * @param uploadFolder for files on their way; of this server alone
 * @param logins who holds which token
 * @param texts the catalogue
 * @param pages what the server itself shows
 * @param translations of failures of other parts
 * @param modules all route groups
 * @param sockets all WebSockets
 * @param access decides who may
 * @param whole whether every line of the access table must have an endpoint here
 * @param metrics counts answers
 * @param reads hears what was opened and who was turned away
 * @param tokens as whom programs read
 */
public record ServerParts(
        Listen listen,
        Limits limits,
        Clock clock,
        RandomGenerator random,
        Path uploadFolder,
        LoginBook logins,
        Catalogue texts,
        PeoplePages pages,
        List<FailureTranslation> translations,
        List<WebModule> modules,
        List<SocketModule> sockets,
        AccessDecision access,
        boolean whole,
        Metrics metrics,
        ReadLog reads,
        TokenBook tokens) {

    /** Copies the lists. */
    public ServerParts {
        translations = List.copyOf(translations);
        modules = List.copyOf(modules);
        sockets = List.copyOf(sockets);
    }
}
