/** A real server on a free port and a browser-like client, for tests of routes, pages and sockets. */
package org.plinth.web.testkit;
