/**
 * From what is stored to a number worked: which efforts, results and samples go into its formula. Pure but for the journal
 * that samples are read from. Start at {@code TestNumbers}.
 */
package org.plinth.web.worked;
