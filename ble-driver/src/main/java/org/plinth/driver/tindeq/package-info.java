/** The Tindeq Progressor and the sensors that copy its protocol. Bytes only. Start at {@code ProgressorCodec}. */
package org.plinth.driver.tindeq;
