/** The Entralpi plate. Bytes only. */
package org.plinth.driver.entralpi;
