package org.plinth.web.page;

/**
 * Somebody opened a restricted patient in an emergency.
 *
 * @param what who opened whom, and when
 * @param why ground and words
 * @param readHref where it is marked as read
 */
public record AlertRow(String what, String why, String readHref) {}
