/**
 * Counters of a running server in the text format of Prometheus. Knows routes as the table writes them, and nothing of
 * whoever asked or was asked about. Start at {@code Metrics}.
 */
package org.plinth.web.metrics;
