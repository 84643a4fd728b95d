/** The LineScale 3 load cell. Bytes only. */
package org.plinth.driver.linescale;
