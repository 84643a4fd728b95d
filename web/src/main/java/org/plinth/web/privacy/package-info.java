/** Erasures whose day has come, and whose results may go where. Start at {@code DueErasures}. */
package org.plinth.web.privacy;
