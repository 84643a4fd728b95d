/** What sensors have in common that stream by notification: a profile of ids and commands, and a decoder for those without a clock. Start at {@code NotifyDriver}. */
package org.plinth.driver.notify;
