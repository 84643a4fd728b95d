package org.plinth.web.analyse;

import org.plinth.core.result.TestValue;

/**
 * What efforts count for, together.
 *
 * @param quantity what was measured
 * @param value best and mean of the first k
 */
public record SideResult(Quantity quantity, TestValue value) {}
