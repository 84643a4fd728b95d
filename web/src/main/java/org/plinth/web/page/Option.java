package org.plinth.web.page;

/**
 * One choice of several.
 *
 * @param id what is sent
 * @param label as people read it
 */
public record Option(String id, String label) {}
