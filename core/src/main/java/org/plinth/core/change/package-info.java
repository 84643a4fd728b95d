/** Whether two results of one series differ by more than measurement error. Start at {@code DetectableChange}. */
package org.plinth.core.change;
