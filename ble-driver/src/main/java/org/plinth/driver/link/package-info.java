/** The transport port: what a radio, a browser, a recording or the virtual sensor must offer. Start at {@code BleLink}. */
package org.plinth.driver.link;
