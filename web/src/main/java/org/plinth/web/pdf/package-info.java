/**
 * Templates as PDF/UA with the bundled face. Knows no content: who prints a document brings its view and its drawings.
 * Start at {@link org.plinth.web.pdf.PdfDocuments}.
 */
package org.plinth.web.pdf;
