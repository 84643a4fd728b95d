/** The Vernier Go Direct hand dynamometer. Bytes only. Start at {@code HandDynamometerDriver}. */
package org.plinth.driver.vernier;
