/** Strength set against body size and lever: torque, N/kg, N·m/kg, allometry, gravity. No efforts and no storage here. Start at {@code BodyScaling}. */
package org.plinth.core.scaling;
