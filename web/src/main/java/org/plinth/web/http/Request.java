package org.plinth.web.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plinth.web.clinic.Id;

/** A request, as an endpoint sees it: who, which thing, and fields that are read one by one by name and type. */
public interface Request {

    /** Who asks, where somebody is logged in. */
    Optional<Who> caller();

    /**
     * Who asks.
     *
     * @throws HttpFailure 401 when nobody is logged in, which a route with roles never sees
     */
    default Who who() {
        return caller().orElseThrow(HttpFailure::notLoggedIn);
    }

    /**
     * The id at {@code :name} of the path.
     *
     * @throws HttpFailure 404 if it is not 32 hexadecimal digits
     */
    default <T> Id<T> id(String name) {
        return Id.<T>parse(path(name)).orElseThrow(HttpFailure::notFound);
    }

    /** The text at {@code :name} of the path, decoded. */
    String path(String name);

    /** All that stands behind the question mark, decoded, in the order sent: for questions in which a name may stand twice. */
    Map<String, List<String>> parameters();

    /** What stands behind the question mark. Fields that were not expected are left alone: links may carry them. */
    Fields query();

    /**
     * The fields of the body: a JSON object or a form, by its content type; without a body, none. {@code csrf} is not among them.
     *
     * @param known all names that this route takes
     * @throws BadRequest if there is another field, the JSON cannot be read, or is no object
     */
    Fields fields(String... known);

    /** Files of a multipart form, in the order sent. They are deleted when the reply has gone. */
    List<Upload> uploads();

    /** A header. */
    Optional<String> header(String name);

    /**
     * The version that the caller saw, from {@code If-Match: "<version>"} or, in a form, the field {@code version}.
     *
     * @throws BadRequest if it is missing or no whole number
     */
    int versionSeen();

    /** When the request came in. */
    Instant at();

    /** The address it came from; for the audit log. */
    String address();
}
