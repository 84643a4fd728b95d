package org.plinth.driver;

/**
 * Bytes that could not be decoded. Counted and shown as link quality, never dropped silently.
 *
 * @param reason what was wrong
 * @param offset byte at which it was found
 */
public record Malformed(String reason, int offset) {}
