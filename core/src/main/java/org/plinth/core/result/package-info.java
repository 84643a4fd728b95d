/** From the efforts of one side to its test value. Start at {@code TestValue}. */
package org.plinth.core.result;
