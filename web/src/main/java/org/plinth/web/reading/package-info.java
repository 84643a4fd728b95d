/** Values without a raw record behind them: typed from a display, or taken by stopwatch and counter. */
package org.plinth.web.reading;
