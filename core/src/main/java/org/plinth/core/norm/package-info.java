/** Published reference values, always with their population. None is from people with this condition, and none decides anything. Start at {@code NormTable}. */
package org.plinth.core.norm;
