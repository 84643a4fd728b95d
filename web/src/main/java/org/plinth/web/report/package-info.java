/**
 * What leaves the clinic about an episode: reports, the letter at its end, the sheet that is taken home. One content object, of which a
 * page and a printed document are two forms; what was issued, and whether it still says what Plinth would say. Knows no HTTP. Start at
 * {@link org.plinth.web.report.Report}.
 */
package org.plinth.web.report;
