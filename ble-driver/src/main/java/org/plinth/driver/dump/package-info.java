/** A driver for sensors that no driver knows: it measures nothing, and shows what they send. Start at {@code DumpDriver}. */
package org.plinth.driver.dump;
