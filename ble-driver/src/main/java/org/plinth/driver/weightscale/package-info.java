/** Scales by the Bluetooth SIG's Weight Scale profile, for checks with a known load. Bytes only. */
package org.plinth.driver.weightscale;
