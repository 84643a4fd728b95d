/**
 * The command line: one file a command, all listed in {@code Commands}. Commands check their arguments, call the rest of
 * the house and print; they compute nothing. Start at {@code PlinthCommand}.
 */
package org.plinth.web.command;
