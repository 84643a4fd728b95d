package org.plinth.web.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.netty.handler.codec.DecoderException;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where a failure becomes an answer: a page for people, JSON for programs. What nobody foresaw is logged once,
 * here, and answered with 500 and the request's id; nothing of its inside goes out.
 */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final Set<Integer> STATUSES_WITH_WORDS = Set.of(400, 403, 404, 405, 408, 413, 414, 415, 431, 503);

    private final Catalogue texts;
    private final PeoplePages pages;
    private final List<FailureTranslation> translations;

    Failures(Catalogue texts, PeoplePages pages, List<FailureTranslation> translations) {
        this.texts = texts;
        this.pages = pages;
        this.translations = translations;
    }

    /** What to send. Runs on a worker thread, because a page may be drawn. */
    Reply answer(RoutingContext context, Optional<Who> caller, String requestId, boolean page) {
        Told told = told(context, requestId);
        if (page && context.failure() instanceof NotYet notYet) {
            return Reply.seeOther(notYet.leadsTo(context.request()));
        }
        if (page && told.status() == 401) {
            return Reply.seeOther("/login");
        }
        Reply reply = page
                ? Reply.html(pages.failure(caller, new PeoplePages.Told(told.status(), told.message(), requestId)))
                : context.normalizedPath().startsWith("/fhir/")
                        ? FhirOutcome.of(told, requestId)
                        : Reply.json(json(told, requestId));
        Reply answered = reply.withStatus(told.status());
        for (var header : told.headers().entrySet()) {
            answered = answered.withHeader(header.getKey(), header.getValue());
        }
        return answered;
    }

    private Told told(RoutingContext context, String requestId) {
        Throwable cause = context.failure();
        if (cause instanceof HttpException http && http.getStatusCode() > 0) {
            return plain(http.getStatusCode(), requestId);
        }
        if (cause instanceof DecoderException || (cause instanceof IllegalArgumentException && !isOurs(cause))) {
            return plain(400, requestId);
        }
        if (cause != null) {
            return translated(cause).orElseGet(() -> unforeseen(cause, requestId));
        }
        return plain(context.statusCode() > 0 ? context.statusCode() : 500, requestId);
    }

    /** An argument fault of our own code is a fault of ours, not of the request. */
    private static boolean isOurs(Throwable cause) {
        StackTraceElement[] frames = cause.getStackTrace();
        for (int i = 0; i < Math.min(frames.length, 12); i++) {
            if (frames[i].getClassName().startsWith("org.plinth.")) {
                return true;
            }
        }
        return frames.length == 0;
    }

    private Optional<Told> translated(Throwable cause) {
        if (cause instanceof HttpFailure failure) {
            return Optional.of(Told.of(failure, texts.text(failure.key(), failure.arguments())));
        }
        return translations.stream()
                .flatMap(translation -> translation.translate(cause).stream())
                .findFirst();
    }

    private Told unforeseen(Throwable cause, String requestId) {
        LOG.error("request {} failed", requestId, cause);
        return new Told(500, "INTERNAL", Optional.empty(), texts.text("http.status.500", requestId));
    }

    private Told plain(int status, String requestId) {
        int known = STATUSES_WITH_WORDS.contains(status) ? status : status < 500 ? 400 : 500;
        return new Told(status, "STATUS_" + status, Optional.empty(), texts.text("http.status." + known, requestId));
    }

    private static JsonNode json(Told told, String requestId) {
        ObjectNode error = Json.object();
        error.put("status", told.status());
        error.put("code", told.code());
        error.put("message", told.message());
        told.field().ifPresent(field -> error.put("field", field));
        error.put("requestId", requestId);
        ObjectNode whole = Json.object();
        whole.set("error", error);
        told.current().ifPresent(current -> whole.set("current", current));
        return whole;
    }
}
