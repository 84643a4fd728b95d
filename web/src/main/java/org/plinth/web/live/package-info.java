/**
 * The live socket: what happens on a visit's sensor, to the pages that look at it (docs/data-format.md, "Live frames").
 * The one hand-over from a sensor's thread to an event loop is {@code LiveConnection}.
 */
package org.plinth.web.live;
