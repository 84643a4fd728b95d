/** Ratios of two positions of one side, such as hamstrings to quadriceps: for information, never a verdict. Start at {@code StrengthRatio}. */
package org.plinth.core.ratio;
