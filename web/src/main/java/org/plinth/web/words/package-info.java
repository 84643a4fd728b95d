/**
 * Sentences from data: the number first, its unit always, then what it means, then how sure. Every wording stands in the
 * catalogue; what stands here is which one fits. Start at {@code SymmetryWords}.
 */
package org.plinth.web.words;
