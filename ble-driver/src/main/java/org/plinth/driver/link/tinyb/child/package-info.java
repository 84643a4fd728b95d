/** The child process that holds tinyb. Uses nothing but the JDK, tinyb and the frames. Starts at {@code TinybChild}. */
package org.plinth.driver.link.tinyb.child;
