/** How far repeated measurements of an unchanged person differ. No patients and no verdicts here. Start at {@code TestRetest}. */
package org.plinth.core.reliability;
