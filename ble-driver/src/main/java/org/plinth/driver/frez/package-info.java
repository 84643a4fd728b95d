/** The Frez Dyno. Bytes only. */
package org.plinth.driver.frez;
