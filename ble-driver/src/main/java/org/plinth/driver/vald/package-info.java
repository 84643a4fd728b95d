/** The VALD DynaMo: experimental, from one reverse-engineered description. Bytes only. Start at {@code DynaMoDriver}. */
package org.plinth.driver.vald;
