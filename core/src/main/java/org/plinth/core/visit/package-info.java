/** The words of a visit: sides, involvement. No storage here. */
package org.plinth.core.visit;
