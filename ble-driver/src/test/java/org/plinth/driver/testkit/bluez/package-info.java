/**
 * A stand-in for BlueZ on a message bus of its own, with any link as the peripheral behind it: the same bytes, over the
 * same D-Bus as from the real service. No radio, no kernel.
 */
package org.plinth.driver.testkit.bluez;
