/** What is asked before the first maximal effort of a visit, as versioned data. Start at {@code ScreeningForm}. */
package org.plinth.core.screening;
