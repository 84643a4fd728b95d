/** The second screen that a patient holds: one question, one visit. Start at {@code PainPads}. */
package org.plinth.web.pad;
