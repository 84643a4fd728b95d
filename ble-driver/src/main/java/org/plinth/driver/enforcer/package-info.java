/** The Rock Exotica Enforcer load cell. Bytes only. */
package org.plinth.driver.enforcer;
