/**
 * The JSON routes, for the live page and for programs: fields in, calls to the visit desk and the store, records out as
 * JSON whose keys carry their unit. Decides nothing. Start at {@code Api}; {@code openapi.json} describes it.
 */
package org.plinth.web.api;
