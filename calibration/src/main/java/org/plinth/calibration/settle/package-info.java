/**
 * Whether a reading under a fresh load has come to rest. Start at {@link org.plinth.calibration.settle.SettlingWatch}.
 */
package org.plinth.calibration.settle;
