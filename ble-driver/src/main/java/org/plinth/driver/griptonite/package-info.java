/** The Griptonite Motherboard. Bytes only. */
package org.plinth.driver.griptonite;
