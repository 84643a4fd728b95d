/**
 * BlueZ over D-Bus in plain Java: the only D-Bus in the house. Says what is wrong with Bluetooth on this machine, and is the
 * transport where tinyb's natives cannot load. Start at {@code BluezLinkProvider}.
 */
package org.plinth.driver.link.bluez;
