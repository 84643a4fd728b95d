/** What the tests of drivers share: sinks that remember, listeners that wait, packet vectors. */
package org.plinth.driver.testkit;
