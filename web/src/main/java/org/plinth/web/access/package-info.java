/**
 * Who may see and do what: the one place that decides, over what the store knows of whose things are. Knows no HTTP and no
 * page. Start at {@code AccessDecision}; what a path names stands in {@code Naming}.
 */
package org.plinth.web.access;
