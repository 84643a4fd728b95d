/** Recorded radio as text, to read, to replay and to attach to a bug report; never a patient. Start at {@code Capture}. */
package org.plinth.driver.link.replay;
