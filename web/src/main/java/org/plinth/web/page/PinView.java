package org.plinth.web.page;

/**
 * Somebody's own PIN.
 *
 * @param has whether there is one
 * @param form password and PIN
 */
public record PinView(boolean has, Form form) {}
