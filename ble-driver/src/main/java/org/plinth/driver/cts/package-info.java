/** The CTS500 and CTS-300 crane scales. Bytes only. */
package org.plinth.driver.cts;
