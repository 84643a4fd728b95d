/** The Muscle Meter V2. Bytes only. */
package org.plinth.driver.musclemeter;
