/** The Climbro hangboard. Bytes only. */
package org.plinth.driver.climbro;
