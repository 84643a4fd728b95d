/** Force over device time. Time is long µs on the sensor's clock and need not be uniform; what is missing is absent, never filled. Start at {@code ForceTrace}. */
package org.plinth.core.signal;
