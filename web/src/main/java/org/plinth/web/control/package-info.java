/**
 * Asks whoever holds a data folder to run a command there, over a Unix-domain socket in that folder (decision T4). Knows no
 * command and no database. Start at {@code ControlServer}; the format is in {@code docs/data-format.md} §8.
 */
package org.plinth.web.control;
