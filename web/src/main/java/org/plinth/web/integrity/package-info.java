/**
 * Whether what is stored is what the journals say: recomputation with a report of every difference, and verification of
 * seals and audit chain. Nothing here draws or listens. Start at {@code Recompute} and {@code Verification}.
 */
package org.plinth.web.integrity;
