/** The PitchSix Force Board. Bytes only. */
package org.plinth.driver.pitchsix;
