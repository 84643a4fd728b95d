package org.plinth.web.http;

/**
 * Turns one request into one reply. Called on a worker thread, so it may block; many calls run at once. The caller is
 * who she says and has a role that the table allows. What the role may see is still this endpoint's to ask: the clinic
 * comes from {@link Request#who()}, never from the request.
 *
 * <p>Throws {@link BadRequest}, {@link HttpFailure} or what the store throws; the one failure handler answers.
 */
@FunctionalInterface
public interface Endpoint {

    /** The reply. */
    Reply answer(Request request);
}
