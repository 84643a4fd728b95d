/** Where log lines go: JSON, one a line, into the data folder. Start at {@code Logs}. */
package org.plinth.web.log;
