/**
 * What a clinician does at a visit: set up, tare, record, decide, close. Every step is checked here, on the server, and
 * written with its audit row; nothing here knows HTTP or pages. Start at {@code VisitDesk}.
 */
package org.plinth.web.visit;
