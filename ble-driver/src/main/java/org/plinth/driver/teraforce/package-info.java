/** The TeraForce. Bytes only. */
package org.plinth.driver.teraforce;
