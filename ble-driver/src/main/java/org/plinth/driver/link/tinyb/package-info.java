/**
 * tinyb in a child process: three of its calls can crash a JVM, and a crash is then a reconnection instead of a lost
 * visit. Frames between the two: {@code docs/data-format.md} §6. Start at {@code TinybLinkProvider}.
 */
package org.plinth.driver.link.tinyb;
