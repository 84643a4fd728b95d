/** Composes the house: command line, configuration, wiring. Start reading at {@code Main}. */
package org.plinth.web;
