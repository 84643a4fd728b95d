/**
 * Quantities with their unit in the type. SI inside; other units exist at the edges only, and an unknown unit is an
 * error, never a guess.
 */
package org.plinth.core.quantity;
