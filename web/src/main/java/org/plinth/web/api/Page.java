package org.plinth.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.plinth.web.hash.Sha256;
import org.plinth.web.http.Json;
import org.plinth.web.http.Reply;
import org.plinth.web.http.Request;

/**
 * One page of a list that a program reads to its end: {@code after} says where it was, {@code next} where to go on. Without {@code next}
 * there is no more. What is added meanwhile shifts nothing.
 */
final class Page {

    private static final String LIMIT = "limit";
    private static final int TAG_DIGITS = 32;

    private Page() {}

    /** How many are wanted. */
    static int limit(Request request, int usual, int most) {
        return request.query().optionalWholeNumber(LIMIT, 1, most).orElse(usual);
    }

    /** The page. */
    static ObjectNode of(String name, ArrayNode items, Optional<String> next) {
        ObjectNode json = Json.object();
        json.set(name, items);
        next.ifPresent(after -> json.put("next", after));
        return json;
    }

    /** With a tag of its content, for a program that asks again for what it has. */
    static Reply tagged(ObjectNode json) {
        return Reply.json(json).withEtag(Sha256.hex(json.toString()).substring(0, TAG_DIGITS));
    }
}
