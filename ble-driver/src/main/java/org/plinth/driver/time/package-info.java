/** Device time and the account of a stream: what arrived, what came twice, what is lost. No bytes and no force here. Start at {@code ClockedStream}. */
package org.plinth.driver.time;
