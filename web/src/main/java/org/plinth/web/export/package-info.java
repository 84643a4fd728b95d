/**
 * Files that leave Plinth. Units stand in the header, text cannot become a formula, and what is not known is empty with
 * the reason beside it. Start at {@code ResultsCsv}.
 */
package org.plinth.web.export;
