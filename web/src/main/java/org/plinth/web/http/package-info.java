/**
 * The server: who may call what, how a request becomes a reply, and how a failure is told. Knows no patient and no
 * force. Start at {@code WebModule}; {@code AccessTable} is the one list of routes and roles.
 */
package org.plinth.web.http;
